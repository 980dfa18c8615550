using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Statuses;
using Tracking.Formats.Adapters;
using Tracking.Formats.Codes;
using Tracking.Formats.Json;
using Tracking.Formats.Xml;

namespace Tracking.Formats.Notifications;

/// <summary>Reads referrals and notifications of the EU's ICS2 as XML: the message's name is that of its root, IE3Q01 and the like.</summary>
public sealed class EntrySummaryAdapter : IAdapter
{
    /// <summary>The messages by their names.</summary>
    public static DecisionTable Codes { get; } = DecisionTable.Load("eu-ics2", "ics2.txt");

    private const string Authority = "eu-customs";
    private const int Looked = 2_048;

    /// <inheritdoc/>
    public string Name => "eu-ics2";

    /// <inheritdoc/>
    public string Title => "EU ICS2 referrals and notifications (IE3Q…, IE3N…, IE3R…, XML)";

    /// <inheritdoc/>
    public int MostBytes => 16 * 1024 * 1024;

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> message)
    {
        var head = message[..Math.Min(message.Length, Looked)];
        return XmlWalk.Begins(message) && (head.IndexOf("IE3Q"u8) >= 0 || head.IndexOf("IE3N"u8) >= 0 || head.IndexOf("IE3R"u8) >= 0);
    }

    /// <inheritdoc/>
    public MessageReading Read(ReadOnlyMemory<byte> message, MessageContext context)
    {
        var findings = new Findings(this, message.Span, context);
        var visitor = new Visitor(findings);
        XmlWalk.Run(message, visitor, findings);
        if (visitor.Messages == 0 && findings.Complaints == 0)
        {
            findings.Complain("line 1", "has no message of ICS2 in it", "Send the message with its root, for example IE3Q01.");
        }

        return findings.ToReading();
    }

    /// <summary>Collects number, time and reference of one message. Element names follow the schemas loosely: only their last part counts.</summary>
    private sealed class Visitor(Findings findings) : IXmlVisitor
    {
        private string? _code;
        private string? _root;
        private string? _house;
        private string? _master;
        private string? _mrn;
        private string? _issued;
        private string? _referral;
        private int _line;

        public int Messages { get; private set; }

        public void Open(ReadOnlySpan<char> path, int line)
        {
            if (_code is null && NameOf(path) is { } name)
            {
                (_code, _root, _line) = (name, path.ToString(), line);
                (_house, _master, _mrn, _issued, _referral) = (null, null, null, null, null);
            }
        }

        public void Leaf(ReadOnlySpan<char> path, string text, int line)
        {
            if (_code is null)
            {
                return;
            }

            var name = path[(path.LastIndexOf('/') + 1)..];
            if (Is(name, "MRN"))
            {
                _mrn ??= text;
            }
            else if (Is(name, "documentIssueDate") || Is(name, "messageIssueDate") || Is(name, "issueDateTime") || Is(name, "preparationDateAndTime"))
            {
                _issued ??= text;
            }
            else if (name.Contains("referralRequestReference", StringComparison.OrdinalIgnoreCase) || Is(name, "referralReference"))
            {
                _referral ??= text;
            }
            else if (Is(name, "documentNumber") || (Is(name, "referenceNumber") && path.Contains("TransportDocument", StringComparison.OrdinalIgnoreCase)))
            {
                if (path.Contains("Master", StringComparison.OrdinalIgnoreCase))
                {
                    _master ??= text;
                }
                else if (path.Contains("TransportDocument", StringComparison.OrdinalIgnoreCase) || path.Contains("House", StringComparison.OrdinalIgnoreCase))
                {
                    _house ??= text;
                }
            }
        }

        public void Close(ReadOnlySpan<char> path, int line)
        {
            if (_code is not null && path.SequenceEqual(_root))
            {
                Messages++;
                Decide(_code, $"line {_line}");
                _code = null;
            }
        }

        private static bool Is(ReadOnlySpan<char> name, string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);

        private static string? NameOf(ReadOnlySpan<char> path)
        {
            var name = path[(path.LastIndexOf('/') + 1)..];
            return name.Length >= 6 && name.StartsWith("IE3") && name[3] is 'Q' or 'N' or 'R' && char.IsAsciiDigit(name[4]) && char.IsAsciiDigit(name[5]) ? name[..6].ToString() : null;
        }

        private void Decide(string code, string where)
        {
            string? fault = "is missing";
            if (_issued is null || (fault = IsoTime.Read(System.Text.Encoding.ASCII.GetBytes(_issued), out var at)) is not null)
            {
                findings.Complain(where, $"has no readable time of issue: it {fault}", "Send documentIssueDate as ISO 8601 with the offset or Z.");
                return;
            }

            if (findings.Number(findings.Context.Carrier, findings.Context.Number ?? _house ?? _master ?? _mrn, where) is not { } number)
            {
                return;
            }

            findings.Understood++;
            new AuthorityNotice
            {
                Number = number,
                Authority = findings.Context.Authority ?? Authority,
                Territory = "EU",
                Procedure = findings.Context.Procedure ?? CustomsProcedure.Import,
                OccurredAt = at,
                Id = $"ics2/{code}/{_mrn ?? number.Number}/{_referral ?? at.ToDateTimeOffset().UtcDateTime.ToString("yyyyMMddHHmmss", System.Globalization.CultureInfo.InvariantCulture)}",
                Code = code,
                Text = _mrn is null ? null : $"MRN {_mrn}",
                Reference = _referral,
                Where = where,
            }.AddTo(findings, Codes);
        }
    }
}
