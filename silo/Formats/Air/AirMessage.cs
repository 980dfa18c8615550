using System.Text;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Statuses;
using Tracking.Formats.Adapters;
using Tracking.Formats.Codes;
using Tracking.Formats.Json;
using Tracking.Formats.Places;

namespace Tracking.Formats.Air;

/// <summary>One message: what its lines have said so far about port, custody, bill and arrival, until a status line makes facts of it.</summary>
internal sealed class AirMessage
{
    /// <summary>Whose decisions they are where the caller does not say another.</summary>
    public const string Authority = "us-cbp";

    private const string Territory = "US";
    private const int LongestLine = 512;

    private readonly string _identifier;
    private readonly int _firstLine;
    private readonly Findings _findings;
    private readonly int _complaintsBefore;
    private string? _airport;
    private string? _custody;
    private Place? _place;
    private AirWaybill? _bill;
    private string? _arrival;
    private string? _part;
    private bool _reported;

    public AirMessage(string identifier, int line, Findings findings)
    {
        (_identifier, _firstLine, _findings) = (identifier, line, findings);
        _complaintsBefore = findings.Complaints;
        if (!IsRead)
        {
            findings.Complain($"line {line}", $"begins a message {identifier}, which is not read here", "Send FSN, FSI, FSC, PSN or PER here.");
        }
    }

    private bool IsRead => _identifier is "FSN" or "FSI" or "FSC" or "PSN" or "PER";

    private bool IsScreening => _identifier is "PSN" or "PER";

    /// <summary>Only a freight status notification and what screening says bind; copies and answers inform.</summary>
    private bool Binds => _identifier is "FSN" || IsScreening;

    /// <summary>The message's identifier, where a line is one.</summary>
    public static string? IdentifierOf(ReadOnlySpan<byte> line)
    {
        if (line.Length < 3 || (line.Length > 3 && (line[3] != (byte)'/' || line.Length > 40)))
        {
            return null;
        }

        return line[..3] switch
        {
            [(byte)'F', (byte)'S', (byte)'N'] => "FSN",
            [(byte)'F', (byte)'S', (byte)'I'] => "FSI",
            [(byte)'F', (byte)'S', (byte)'C'] => "FSC",
            [(byte)'P', (byte)'S', (byte)'N'] => "PSN",
            [(byte)'P', (byte)'E', (byte)'R'] => "PER",
            [(byte)'F', (byte)'R', (byte)'I'] => "FRI",
            [(byte)'F', (byte)'R', (byte)'C'] => "FRC",
            [(byte)'F', (byte)'R', (byte)'X'] => "FRX",
            [(byte)'F', (byte)'X', (byte)'I'] => "FXI",
            [(byte)'F', (byte)'E', (byte)'R'] => "FER",
            [(byte)'F', (byte)'S', (byte)'Q'] => "FSQ",
            [(byte)'F', (byte)'D', (byte)'M'] => "FDM",
            _ => null,
        };
    }

    /// <summary>Takes a line.</summary>
    public void Take(ReadOnlySpan<byte> line, int number)
    {
        if (!IsRead)
        {
            return;
        }

        if (line.Length > LongestLine)
        {
            _findings.Complain($"line {number}", $"is longer than {LongestLine} characters", "Send the message with the line breaks of the standard.");
            return;
        }

        TakeText(Encoding.Latin1.GetString(line), number);
    }

    private void TakeText(string text, int number)
    {
        if (text.StartsWith("CSN/", StringComparison.Ordinal))
        {
            TakeStatus(text, number);
        }
        else if (text.StartsWith("ARR/", StringComparison.Ordinal))
        {
            TakeArrival(text);
        }
        else if (text.StartsWith("ERR/", StringComparison.Ordinal))
        {
            TakeError(text, number);
        }
        else if (AirWaybill.TryRead(text, out var bill))
        {
            (_bill, _arrival, _part) = (bill, null, null);
        }
        else if (_airport is null && _bill is null && IsCustody(text))
        {
            (_airport, _custody, _place) = (text[..3], text[3..], PlaceCodes.Airport(text[..3]));
        }
        else if (text.Length < 4 || text[3] != '/')
        {
            // Lines of goods, parties and agents have a tag and say nothing about holds.
            _findings.Complain($"line {number}", "is no line of this message", "Send CCL, AWB, ARR and CSN as the standard writes them.");
        }
    }

    /// <summary>Ends the message.</summary>
    public void End()
    {
        if (IsRead && !_reported && _findings.Complaints == _complaintsBefore)
        {
            _findings.Complain($"line {_firstLine}", $"begins a message {_identifier} without a status line", "Send CSN/ with code, pieces and time below the air waybill.");
        }
    }

    // Airport and carrier, or airport and the code of a terminal.
    private static bool IsCustody(string text) =>
        text.Length is >= 5 and <= 7 && text.All(char.IsAsciiLetterOrDigit) && text.AsSpan(0, 3).IndexOfAnyExceptInRange('A', 'Z') < 0;

    // ARR/XX0101/24NOV-A: flight, day, and the letter of a part.
    private void TakeArrival(string text)
    {
        _arrival = Texts.Cut(text.AsSpan(4), Limits.Transport);
        var dash = text.LastIndexOf('-');
        _part = dash > 0 && dash == text.Length - 2 && char.IsAsciiLetter(text[^1]) ? text[^1..] : null;
    }

    private void TakeStatus(string text, int line)
    {
        _reported = true;
        var where = $"line {line}";
        if (_bill is not { } bill)
        {
            _findings.Complain(where, "is a status without an air waybill above it", "Send the line with the air waybill before it.");
            return;
        }

        if (!AirStatus.TryRead(text, _findings.Context.ReceivedAt, out var status, out var fault))
        {
            _findings.Complain(where, fault, "Send CSN/code-pieces/ddMMMhhmm, for example CSN/1H-3/24NOV0915.");
            return;
        }

        if (_findings.Number(_findings.Context.Carrier ?? CarrierOfCustody, _findings.Context.Number ?? bill.Number, where) is not { } number)
        {
            return;
        }

        _findings.NoteZone(LocalTimes.Resolve(status.Local, _place, out var at), where, _airport ?? "the airport, which the message does not name");
        _findings.Understood++;
        if (Binds)
        {
            Bind(bill, status, number, at, text, where);
        }
        else
        {
            Inform(bill, status, number, at, text, where);
        }
    }

    private string? CarrierOfCustody => _custody is { Length: 2 or 3 } ? _custody : null;

    private void Bind(AirWaybill bill, AirStatus status, ShipmentNumber number, ReportedTime at, string text, string where) => new AuthorityNotice
    {
        Number = number,
        Authority = _findings.Context.Authority ?? Authority,
        Territory = Territory,
        Procedure = _findings.Context.Procedure ?? CustomsProcedure.Import,
        OccurredAt = at,
        Id = string.Join('/', new[] { IsScreening ? "acas" : "air", number.Number, status.Code, status.Local.ToString("yyyyMMddHHmm"), status.PiecesText, _part, status.Entry }.Where(p => !string.IsNullOrEmpty(p))),
        Code = status.Code,
        PieceCount = status.Pieces,
        Port = _airport,
        Text = Describe(bill, text),
        Where = where,
    }.AddTo(_findings, IsScreening ? AirCustomsAdapter.ScreeningCodes : AirCustomsAdapter.Codes);

    // A copy moves nothing: what it says of customs is a report of whoever hands it in.
    private void Inform(AirWaybill bill, AirStatus status, ShipmentNumber number, ReportedTime at, string text, string where)
    {
        var table = IsScreening ? AirCustomsAdapter.ScreeningCodes : AirCustomsAdapter.Codes;
        var meaning = table.Find(status.Code);
        if (meaning is null)
        {
            _findings.Unmapped(table.System, status.Code, where);
        }

        _findings.Add(
            new Scan
            {
                Number = number,
                Source = number.Carrier,
                OccurredAt = at,
                ReceivedAt = 0,
                ReportedBy = Contracts.Access.Actor.System,
                Status = TransportStatus.NoNews,
                Code = $"{_identifier} {status.Code}",
                Text = Texts.Cut(meaning is null ? Describe(bill, text) : $"{meaning.Meaning}. {Describe(bill, text)}", Limits.Text),
                Place = _place,
                Pieces = status.Pieces,
                MasterBill = bill.House is null ? null : bill.Master,
                Customs = ReportOf(meaning),
            },
            where);
    }

    private void TakeError(string text, int line)
    {
        _reported = true;
        var where = $"line {line}";
        if (_bill is not { } bill
            || _findings.Number(_findings.Context.Carrier ?? CarrierOfCustody, _findings.Context.Number ?? bill.Number, where) is not { } number)
        {
            return;
        }

        // An error of an advance filing has no time of its own and moves nothing.
        _findings.Understood++;
        _findings.Add(
            new Decision
            {
                Number = number,
                Source = _findings.Context.Authority ?? Authority,
                Id = Texts.Cut($"{_identifier}/{number.Number}/{_findings.Sha256[..16]}/{line}", Limits.Id),
                OccurredAt = new ReportedTime(_findings.Context.Reception.ReceivedAt, 0),
                ReceivedAt = 0,
                ReportedBy = Contracts.Access.Actor.System,
                Kind = DecisionKind.Notified,
                Territory = Territory,
                Code = _identifier,
                Text = Texts.Cut(text, Limits.Text),
            },
            where);
    }

    private static CustomsReport ReportOf(CodeMeaning? meaning) => meaning?.Effects[0].Kind switch
    {
        DecisionKind.HoldPlaced or DecisionKind.ExamOrdered or DecisionKind.RequestPlaced => CustomsReport.Held,
        DecisionKind.Released or DecisionKind.ExamCompleted => CustomsReport.Released,
        _ => CustomsReport.None,
    };

    private string Describe(AirWaybill bill, string text)
    {
        var described = new StringBuilder(text).Append(" · ").Append(bill.Text);
        if (_arrival is not null)
        {
            described.Append(" · ARR/").Append(_arrival);
        }

        return described.ToString();
    }
}
