using Tracking.Contracts.Access;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Holds;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Live;
using Tracking.Contracts.Statuses;
using Tracking.Domain.Sellers;
using Tracking.Domain.Shipments;
using Tracking.Domain.Shipments.Events;
using Tracking.Journal.Events;

namespace Tracking.Journal.Tests;

/// <summary>Numbers, scans and appends as the tests need them.</summary>
internal static class World
{
    public static readonly Actor Carrier = new("ups", "hub/louisville", ActorRole.Partner);

    private static long streams;

    public static ShipmentNumber Number(string number, string carrier = "ups") =>
        ShipmentNumber.TryCreate(carrier, number, out var result) ? result : throw new ArgumentException($"'{number}' is no number.", nameof(number));

    /// <summary>A stream id of version 7; later ones are greater.</summary>
    public static Guid Stream() => Guid.CreateVersion7(DateTimeOffset.FromUnixTimeMilliseconds(1_790_000_000_000 + Interlocked.Increment(ref streams)));

    public static ScanReported Scan(ShipmentNumber number, string id, TransportStatus status = TransportStatus.InTransitArrived) => new(new Scan
    {
        Number = number,
        Source = number.Carrier,
        Id = id,
        OccurredAt = new ReportedTime(1_790_000_000_000_000, 60),
        ReceivedAt = 1_790_000_000_500_000,
        ReportedBy = Carrier,
        Status = status,
        Place = new Place("BR", "BRSAO"),
        Text = "São Paulo",
    });

    public static HoldRow Hold(ShipmentNumber number, string id, DateTimeOffset placedAt) => new()
    {
        Id = id,
        Carrier = number.Carrier,
        Number = number.Number,
        Kind = HoldKind.IprDetention,
        Authority = "us-cbp",
        Reason = "suspected counterfeit",
        LegalBasis = "19 CFR 133.21",
        Port = "2704",
        PlacedAt = placedAt,
        Seller = "olist/s1",
    };

    /// <summary>The first append of a stream: one scan.</summary>
    public static Append First(string number, ShipmentHead? head = null, string carrier = "ups") =>
        Next(Number(number, carrier), Stream(), ShipmentHead.Empty, 0, head ?? new() { Status = TransportStatus.Accepted, LastAt = 1_790_000_000_000_000 });

    /// <summary>The append after another one, with one scan unless told.</summary>
    public static Append After(Append before, ShipmentHead? head = null, int scans = 1) =>
        Next(before.Number, before.Stream, before.Head, before.VersionAfter, head ?? before.Head with { LastAt = before.Head.LastAt + 1 }, scans);

    /// <summary>Another writer's append at the same version.</summary>
    public static Append Rival(Append append) => append with { AppendId = Guid.NewGuid() };

    private static Append Next(ShipmentNumber number, Guid stream, ShipmentHead before, int version, ShipmentHead after, int scans = 1) => new()
    {
        Stream = stream,
        Number = number,
        ExpectedVersion = version,
        AppendId = Guid.NewGuid(),
        Events = [.. Enumerable.Range(1, scans).Select(index => EventCodec.Encode(Scan(number, $"{number.Number}-{version + index}"), notable: after.OpenHolds > 0))],
        Before = before,
        Head = after,
        Facts = scans,
    };
}
