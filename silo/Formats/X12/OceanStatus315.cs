using Tracking.Contracts.Facts;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Statuses;
using Tracking.Formats.Adapters;
using Tracking.Formats.Codes;
using Tracking.Formats.Edi;
using Tracking.Formats.Json;
using Tracking.Formats.Places;

namespace Tracking.Formats.X12;

/// <summary>Reads 315: one status of B4 for the bill of N9, with container, vessel and port.</summary>
internal sealed class OceanStatus315(Findings findings, SetReport report, string? sender) : TransactionSet(findings, report)
{
    public static StatusTable Statuses { get; } = StatusTable.Load("x12 157", "x12-157.txt");

    private Event? _event;
    private string? _carrier;
    private string? _bill;
    private string? _booking;
    private string? _vessel;
    private readonly Dictionary<string, Place> _ports = [];

    private sealed record Event(string Where, string Code, DateTime Local, string? City, Place? Place, string? Container);

    public override void Take(in Segment segment)
    {
        if (segment.Is("B4"u8))
        {
            Begin(segment);
        }
        else if (segment.Is("N9"u8))
        {
            Refer(segment.Text(1), segment.Text(2));
        }
        else if (segment.Is("Q2"u8))
        {
            _vessel = Texts.Cut($"{segment.Text(13)} {segment.Text(9)}", Limits.Transport);
        }
        else if (segment.Is("R4"u8) && segment.Text(1) is { } function)
        {
            var place = PlaceOf(segment.Text(2), segment.Text(3)) ?? (PlaceCodes.Country(segment.Text(5)) is { } country ? new Place(country) : null);
            if (place is not null)
            {
                _ports.TryAdd(function, place);
            }
        }
    }

    public override void End()
    {
        if (_event is not { } reported
            || Findings.Number(Findings.Context.Carrier ?? _carrier ?? ScacOf(sender), Findings.Context.Number ?? _bill ?? _booking ?? reported.Container, reported.Where) is not { } number)
        {
            return;
        }

        var meaning = Statuses.Find(reported.Code);
        if (meaning is null)
        {
            Findings.Unmapped(Statuses.System, reported.Code, reported.Where);
        }

        var place = reported.Place ?? PortOf(reported.Code);
        Findings.NoteZone(LocalTimes.Resolve(reported.Local, place, out var at), reported.Where, reported.City ?? place?.ToString() ?? "the place, which is not given");
        Findings.Add(
            new Scan
            {
                Number = number,
                Source = number.Carrier,
                OccurredAt = at,
                ReceivedAt = 0,
                ReportedBy = Contracts.Access.Actor.System,
                Status = meaning?.Status ?? TransportStatus.NoNews,
                Code = Texts.Cut(reported.Code, Limits.Code),
                Text = Texts.Cut(string.Join(" · ", new[] { meaning?.Meaning, reported.City, _vessel }.Where(t => t is not null)), Limits.Text),
                Place = place,
                Container = Texts.Cut(reported.Container, Limits.Transport),
                Customs = meaning?.Customs ?? CustomsReport.None,
            },
            reported.Where);
    }

    private void Begin(in Segment segment)
    {
        // Some partners leave one element less before the status: the date then stands where the status should.
        var at = segment.Text(3) is { Length: 8 } third && third.All(char.IsAsciiDigit) ? 2 : 3;
        if (segment.Text(at) is not { } code)
        {
            Fault(segment, at, 1, "has no status", "Send the shipment status in B4-03.");
        }
        else if (EdiTime.Local(segment.Text(at + 1), segment.Text(at + 2)) is not { } local)
        {
            Fault(segment, at + 1, 8, "has a date or time that is missing or does not exist", "Send B4-04 as CCYYMMDD and B4-05 as HHMM.");
        }
        else
        {
            var place = PlaceOf(segment.Text(at + 9), segment.Text(at + 8));
            var container = segment.Text(at + 5) is { } serial ? $"{segment.Text(at + 4)}{serial}{segment.Text(at + 10)}" : null;
            _event = new Event(segment.Where, code, local, segment.Text(at + 3), place, container);
        }
    }

    private void Refer(string? qualifier, string? value)
    {
        switch (qualifier)
        {
            case "BM" or "OB" or "MB":
                _bill ??= value;
                break;
            case "BN":
                _booking ??= value;
                break;
            case "SCA" or "SCAC":
                _carrier = value;
                break;
        }
    }

    // Where the event itself names no port: that of loading or of discharge, as the event is one or the other.
    private Place? PortOf(string code)
    {
        string[] functions = code switch
        {
            "AE" or "VD" or "RL" or "CO" => ["L", "R"],
            "VA" or "UV" or "AR" or "UR" or "CT" or "CU" => ["D", "E"],
            _ => ["5"],
        };
        foreach (var function in functions)
        {
            if (_ports.TryGetValue(function, out var place))
            {
                return place;
            }
        }

        return null;
    }

    private static string? ScacOf(string? code) => code is { Length: >= 2 and <= 4 } && code.All(char.IsAsciiLetter) ? code : null;
}
