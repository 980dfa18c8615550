using System.Data.Common;
using Tracking.Contracts.Holds;
using Tracking.Contracts.Live;
using Tracking.Contracts.Sellers;
using Tracking.Contracts.Statuses;

namespace Tracking.Journal;

/// <summary>Rows that both stores keep in the same columns.</summary>
internal static class RowReader
{
    /// <summary>Columns of a head that a list shows, of a table named h.</summary>
    public const string HeadColumns =
        "h.carrier, h.number, h.version, h.status, h.customs, h.open_holds, h.violations, h.discrepancies, h.seller, h.place, h.last_at, h.origin, h.destination";

    /// <summary>Columns of an open hold, of a table named o.</summary>
    public const string HoldColumns =
        "o.hold_id, o.carrier, o.number, o.kind, o.authority, o.reason, o.legal_basis, o.port, o.placed_at, o.seller, o.stream, o.ordinal, o.order_key";

    /// <summary>The columns of a tally, in the order of <see cref="Counts"/>.</summary>
    public static readonly ImmutableArray<string> TallyColumns =
        ["shipments", "in_transit", "held", "seized", "released", "violations", "announced", "delivered", "cancelled", "discrepant", "facts"];

    public static ShipmentRow Head(DbDataReader reader) => new()
    {
        Carrier = reader.GetString(0),
        Number = reader.GetString(1),
        Version = reader.GetInt32(2),
        Status = (TransportStatus)reader.GetInt16(3),
        Customs = (CustomsStatus)reader.GetInt16(4),
        OpenHolds = reader.GetInt32(5),
        Violations = reader.GetInt32(6),
        Discrepancies = reader.GetInt32(7),
        Seller = Text(reader, 8),
        Place = Text(reader, 9),
        LastAt = Time(reader.GetInt64(10)),
        Origin = Text(reader, 11),
        Destination = Text(reader, 12),
    };

    public static HoldRow Hold(DbDataReader reader) => new()
    {
        Id = reader.GetString(0),
        Carrier = reader.GetString(1),
        Number = reader.GetString(2),
        Kind = (HoldKind)reader.GetInt16(3),
        Authority = reader.GetString(4),
        Reason = Text(reader, 5),
        LegalBasis = Text(reader, 6),
        Port = Text(reader, 7),
        PlacedAt = Time(reader.GetInt64(8)),
        Seller = Text(reader, 9),
        Order = Text(reader, 12),
    };

    public static SellerCounts Counts(DbDataReader reader) => new()
    {
        Shipments = reader.GetInt64(0),
        InTransit = reader.GetInt64(1),
        Held = reader.GetInt64(2),
        Seized = reader.GetInt64(3),
        Released = reader.GetInt64(4),
        Violations = reader.GetInt64(5),
        Announced = reader.GetInt64(6),
        Delivered = reader.GetInt64(7),
        Cancelled = reader.GetInt64(8),
        Discrepant = reader.GetInt64(9),
        Facts = reader.GetInt64(10),
    };

    /// <summary>The numbers of a tally in the order of <see cref="TallyColumns"/>.</summary>
    public static long[] Numbers(in SellerCounts counts) =>
    [
        counts.Shipments, counts.InTransit, counts.Held, counts.Seized, counts.Released, counts.Violations,
        counts.Announced, counts.Delivered, counts.Cancelled, counts.Discrepant, counts.Facts,
    ];

    /// <summary>Microseconds since 1970 UTC of an instant; what is finer is cut.</summary>
    public static long Microseconds(DateTimeOffset time) => (time.UtcTicks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    public static string? Text(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    private static DateTimeOffset Time(long microseconds) => DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);
}
