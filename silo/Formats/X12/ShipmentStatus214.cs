using System.Globalization;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Statuses;
using Tracking.Formats.Adapters;
using Tracking.Formats.Codes;
using Tracking.Formats.Edi;
using Tracking.Formats.Json;
using Tracking.Formats.Places;

namespace Tracking.Formats.X12;

/// <summary>Reads 214: the bill of B10, and a scan for each AT7 with the place of the MS1 and the pieces and weight of the AT8 below it.</summary>
internal sealed class ShipmentStatus214(Findings findings, SetReport report) : TransactionSet(findings, report)
{
    public static StatusTable Statuses { get; } = StatusTable.Load("x12 1650", "x12-1650.txt");

    public static StatusTable Reasons { get; } = StatusTable.Load("x12 1651", "x12-1651.txt");

    private const string Normal = "NS";
    private const string KeyingError = "BF";

    private ShipmentNumber? _number;
    private Pending? _pending;

    /// <summary>A status whose place has not come yet.</summary>
    private sealed record Pending(string Where, string? Status, string? Reason, DateTime Local, string? TimeCode)
    {
        public Place? Place { get; set; }

        public string? State { get; set; }

        public string? City { get; set; }

        public int? Pieces { get; set; }

        public decimal? WeightKg { get; set; }

        public string? Equipment { get; set; }
    }

    public override void Take(in Segment segment)
    {
        if (segment.Is("B10"u8))
        {
            _number = Findings.Number(Findings.Context.Carrier ?? segment.Text(3), Findings.Context.Number ?? segment.Text(1) ?? segment.Text(2), segment.Where);
        }
        else if (segment.Is("AT7"u8))
        {
            Flush();
            Begin(segment);
        }
        else if (segment.Is("LX"u8))
        {
            Flush();
        }
        else if (_pending is not null)
        {
            Complete(segment, _pending);
        }
    }

    public override void End() => Flush();

    private void Begin(in Segment segment)
    {
        var status = segment.Text(1) ?? segment.Text(3);
        if (status is null)
        {
            Fault(segment, 1, 2, "has neither a status nor an appointment status", "Send AT7-01 or AT7-03.");
        }
        else if (segment.Text(5) is not { } date)
        {
            Fault(segment, 5, 1, "has no date", "Send AT7-05 as CCYYMMDD.");
        }
        else if (EdiTime.Local(date, segment.Text(6)) is not { } local)
        {
            Fault(segment, 5, 8, "has a date or time that does not exist", "Send AT7-05 as CCYYMMDD and AT7-06 as HHMM.");
        }
        else
        {
            _pending = new Pending(segment.Where, segment.Text(1), segment.Text(1) is null ? segment.Text(3) : segment.Text(2), local, segment.Text(7));
        }
    }

    private static void Complete(in Segment segment, Pending pending)
    {
        if (segment.Is("MS1"u8))
        {
            pending.City = segment.Text(1);
            pending.State = segment.Text(2);
            var country = PlaceCodes.Country(segment.Text(3)) ?? (IsState(pending.State) ? "US" : null);
            pending.Place = country is null ? null : new Place(country);
        }
        else if (segment.Is("MS2"u8))
        {
            pending.Equipment = segment.Text(2);
        }
        else if (segment.Is("AT8"u8))
        {
            pending.Pieces = segment.Whole(4) is > 0 and <= Limits.Count and var pieces ? pieces : null;
            pending.WeightKg = WeightOf(segment);
        }
    }

    // AT8-02 says pounds or kilograms.
    private static decimal? WeightOf(in Segment segment)
    {
        if (!decimal.TryParse(segment.Text(3), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight) || weight is < 0 or > 1_000_000_000)
        {
            return null;
        }

        return segment.Text(2) switch
        {
            "K" => Rounded(weight),
            "L" => Rounded(weight * 0.45359237m),
            _ => null,
        };
    }

    // Without trailing zeros, as the partner API has weights.
    private static decimal? Rounded(decimal weight) => weight == 0 ? null : decimal.Round(weight, 3) / 1.000000000000000000000000000000m;

    // Where no country is given the standard's users mean a state of the United States.
    private static bool IsState(string? state) => state is { Length: 2 } && LocalTimes.Resolve(DateTime.UnixEpoch, new Place("US"), state, out _) != LocalTimeFit.Unknown;

    private void Flush()
    {
        if (_pending is not { } pending)
        {
            return;
        }

        _pending = null;
        if (_number is not { } number)
        {
            Findings.Complain(pending.Where, "belongs to no bill", "Send B10 with a reference before it.");
            return;
        }

        Findings.NoteZone(EdiTime.Resolve(pending.Local, pending.TimeCode is "LT" ? null : pending.TimeCode, pending.Place, pending.State, out var at), pending.Where, pending.City ?? "the place, which is not given");
        var (status, customs, meaning) = Read(pending);
        Findings.Add(
            new Scan
            {
                Number = number,
                Source = number.Carrier,
                OccurredAt = at,
                ReceivedAt = 0,
                ReportedBy = Contracts.Access.Actor.System,
                Status = status,
                Code = CodeOf(pending),
                Text = Texts.Cut(pending.City is null ? meaning : $"{meaning} · {pending.City} {pending.State}", Limits.Text),
                Place = pending.Place,
                Pieces = pending.Pieces,
                WeightKg = pending.WeightKg,
                Container = Texts.Cut(pending.Equipment, Limits.Transport),
                Customs = customs,
            },
            pending.Where);
    }

    private static string? CodeOf(Pending pending) => Texts.Cut(
        pending switch
        {
            { Status: null } => pending.Reason,
            { Reason: null or Normal } => pending.Status,
            _ => $"{pending.Status}/{pending.Reason}",
        },
        Limits.Code);

    private (TransportStatus Status, CustomsReport Customs, string? Meaning) Read(Pending pending)
    {
        var status = pending.Status is null ? null : Statuses.Find(pending.Status);
        var reason = pending.Reason is null ? null : Reasons.Find(pending.Reason);
        if (pending.Status is not null && status is null)
        {
            Findings.Unmapped(Statuses.System, pending.Status, pending.Where);
        }

        if (pending.Status is not null && pending.Reason is not null && reason is null)
        {
            Findings.Unmapped(Reasons.System, pending.Reason, pending.Where);
        }

        if (status is null || pending.Reason == KeyingError)
        {
            // An appointment, a code that no table has, or a typing error of the carrier: never a new state.
            return (TransportStatus.NoNews, CustomsReport.None, status?.Meaning ?? (pending.Status is null ? "Appointment" : null));
        }

        var meaning = reason is null || pending.Reason == Normal ? status.Meaning : $"{status.Meaning}: {reason.Meaning}";
        return reason is not null && reason.Status != TransportStatus.NoNews && Refines(status.Status, reason.Status)
            ? (reason.Status, reason.Customs, meaning)
            : (status.Status, status.Customs, meaning);
    }

    // A reason says more about a delay, and what kind of failure a failed delivery was.
    private static bool Refines(TransportStatus status, TransportStatus reason) =>
        status == TransportStatus.InTransitDelayed
        || (status == TransportStatus.Attempted && (reason.Main() == TransportStatus.Attempted || reason == TransportStatus.ExceptionAddress));
}
