using Tracking.Contracts.Facts;
using Tracking.Contracts.Statuses;
using Tracking.Formats.Adapters;
using Tracking.Formats.Codes;
using Tracking.Formats.Edi;
using Tracking.Formats.Json;
using Tracking.Formats.Places;

namespace Tracking.Formats.Edifact;

/// <summary>Reads IFTSTA: a scan for each STS, about the consignment of CNI or the packages of GIN above it, with the time and place below it.</summary>
internal sealed class TransportStatusMessage(Findings findings) : EdifactMessage(findings)
{
    public static StatusTable Statuses { get; } = StatusTable.Load("edifact rec24", "rec24.txt");

    private const int MostPackages = 1_000;

    private string? _carrier;
    private string? _consignment;
    private readonly List<string> _packages = [];
    private Pending? _pending;
    private (DateTime Local, int? Offset)? _ofMessage;

    private sealed class Pending
    {
        public required string Where { get; init; }

        public required string Category { get; init; }

        public string? List { get; init; }

        public required string Code { get; init; }

        public string? Reason { get; init; }

        public string? Text { get; init; }

        public required string[] Numbers { get; init; }

        public (DateTime Local, int? Offset)? Time { get; set; }

        public Place? Place { get; set; }

        public string? PlaceName { get; set; }
    }

    public override void Take(in Segment segment)
    {
        if (segment.Is("CNI"u8))
        {
            Flush();
            _consignment = segment.Text(2);
            _packages.Clear();
        }
        else if (segment.Is("GID"u8))
        {
            Flush();
            _packages.Clear();
        }
        else if (segment.Is("GIN"u8))
        {
            Name(segment);
        }
        else if (segment.Is("STS"u8))
        {
            Flush();
            Begin(segment);
        }
        else if (segment.Is("DTM"u8))
        {
            Date(segment);
        }
        else if (segment.Is("LOC"u8) && _pending is { Place: null, PlaceName: null })
        {
            _pending.Place = PlaceOf(segment);
            _pending.PlaceName = segment.Text(2, 3) ?? segment.Text(2);
        }
        else if (segment.Is("TDT"u8))
        {
            _carrier ??= CarrierOf(segment);
        }
    }

    public override void End() => Flush();

    private void Name(in Segment segment)
    {
        // GIN+BJ+SSCC, further numbers as ranges or repetitions.
        for (var element = 2; element <= 6 && _packages.Count < MostPackages; element++)
        {
            if (segment.Text(element) is { } package)
            {
                _packages.Add(package);
            }
        }
    }

    private void Begin(in Segment segment)
    {
        if (segment.Text(2) is not { } code)
        {
            Findings.Complain(segment.Where, "has no status", "Send the status in the second element of STS.");
            return;
        }

        _pending = new Pending
        {
            Where = segment.Where,
            Category = segment.Text(1) ?? "",
            List = segment.Text(2, 2) ?? segment.Text(2, 1),
            Code = code,
            Reason = segment.Text(3),
            Text = segment.Text(2, 3) ?? segment.Text(3, 3),
            Numbers = _packages.Count > 0 ? [.. _packages] : _consignment is { } consignment ? [consignment] : [],
        };
    }

    private void Date(in Segment segment)
    {
        var local = EdiTime.Edifact(segment.Text(1, 1), segment.Text(1, 2), out var offset);
        if (local is null)
        {
            Findings.Complain(segment.Where, "has a date or time that does not exist or is in a format that is not known", "Send it in format 102, 203, 204 or 304.");
        }
        else if (_pending is null)
        {
            _ofMessage ??= (local.Value, offset);
        }
        else if (segment.Text(1) is "334" or "7" or "178" or "186" or "35" or "11" or "132" || _pending.Time is null)
        {
            _pending.Time = (local.Value, offset);
        }
    }

    private void Flush()
    {
        if (_pending is not { } pending)
        {
            return;
        }

        _pending = null;
        if ((pending.Time ?? _ofMessage) is not { } time)
        {
            Findings.Complain(pending.Where, "has no time", "Send DTM+334 below the status.");
            return;
        }

        ReportedTimeOf(pending, time, out var at);
        var meaning = MeaningOf(pending);
        string[] names = Findings.Context.Number is { } given ? [given] : pending.Numbers.Length == 0 ? [""] : pending.Numbers;
        foreach (var name in names)
        {
            if (Findings.Number(Findings.Context.Carrier ?? _carrier, name, pending.Where) is { } number)
            {
                Findings.Add(
                    new Scan
                    {
                        Number = number,
                        Source = number.Carrier,
                        OccurredAt = at,
                        ReceivedAt = 0,
                        ReportedBy = Contracts.Access.Actor.System,
                        Status = meaning?.Status ?? TransportStatus.NoNews,
                        Code = Texts.Cut(pending.Reason is null ? pending.Code : $"{pending.Code}/{pending.Reason}", Limits.Code),
                        Text = Texts.Cut(string.Join(" · ", new[] { meaning?.Meaning, pending.Text, pending.PlaceName }.Where(t => t is not null)), Limits.Text),
                        Place = pending.Place,
                        Customs = meaning?.Customs ?? CustomsReport.None,
                    },
                    pending.Where);
            }
        }
    }

    private void ReportedTimeOf(Pending pending, (DateTime Local, int? Offset) time, out Contracts.Identifiers.ReportedTime at)
    {
        if (time.Offset is { } minutes)
        {
            at = EdiTime.At(time.Local, minutes);
        }
        else
        {
            Findings.NoteZone(LocalTimes.Resolve(time.Local, pending.Place, out at), pending.Where, pending.PlaceName ?? "the place, which is not given");
        }
    }

    // Recommendation 24 is meant where the category is transport and no other list is named.
    private StatusMeaning? MeaningOf(Pending pending)
    {
        var meaning = pending.Category is "" or "1" && pending.List is null or "6" or "UN" or "9" ? Statuses.Find(pending.Code.TrimStart('0')) : null;
        if (meaning is null)
        {
            Findings.Unmapped(pending.List is null ? $"{Statuses.System} category {pending.Category}" : $"edifact 4405 list {pending.List}", pending.Code, pending.Where);
        }

        return meaning;
    }
}
