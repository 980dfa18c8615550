using System.Runtime.InteropServices;
using Tracking.Contracts.Sellers;
using Tracking.Contracts.Statuses;
using Tracking.Domain.Shipments;

namespace Tracking.Domain.Sellers;

/// <summary>Counts follow heads: what a head counts for, and how two heads differ.</summary>
public static class Tally
{
    /// <summary>The scope of all shipments.</summary>
    public const string All = "";

    /// <summary>What one shipment counts for. A number that forwards to a bill counts for nothing.</summary>
    /// <param name="head">The head; the empty one counts for nothing.</param>
    public static SellerCounts Of(ShipmentHead head)
    {
        ArgumentNullException.ThrowIfNull(head);
        if (head.BelongsTo is not null || ReferenceEquals(head, ShipmentHead.Empty))
        {
            return default;
        }

        return new SellerCounts
        {
            Shipments = 1,
            InTransit = head.Status.IsInTransit() ? 1 : 0,
            Held = head.OpenHolds > 0 ? 1 : 0,
            Seized = head.Seized ? 1 : 0,
            Released = head.Released ? 1 : 0,
            Violations = head.Violations,
            Announced = head.Status.Main() == TransportStatus.Announced ? 1 : 0,
            Delivered = head.Status.Main() == TransportStatus.Delivered ? 1 : 0,
            Cancelled = head.Status.Main() == TransportStatus.Cancelled ? 1 : 0,
            Discrepant = head.Discrepancies > 0 ? 1 : 0,
        };
    }

    /// <summary>
    /// Adds what an append changes to sums by scope: of all shipments, and of the seller before and after it. Facts are
    /// counted for all together only: most scans change no other count, and then no seller's row is written.
    /// </summary>
    /// <param name="sums">Sums by <see cref="All"/> or seller; a scope of which nothing changes is not added.</param>
    /// <param name="before">Head before; the empty one for a new stream.</param>
    /// <param name="after">Head after.</param>
    /// <param name="facts">Facts appended.</param>
    public static void Include(Dictionary<string, SellerCounts> sums, ShipmentHead before, ShipmentHead after, int facts)
    {
        ArgumentNullException.ThrowIfNull(sums);
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var (old, now) = (Of(before), Of(after));
        var change = Sum(now, old, -1);
        Include(sums, All, change with { Facts = facts });
        if (before.Seller == after.Seller)
        {
            Include(sums, after.Seller, change);
        }
        else
        {
            Include(sums, before.Seller, Sum(default, old, -1));
            Include(sums, after.Seller, now);
        }
    }

    /// <summary>The sum of two counts.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static SellerCounts Add(SellerCounts left, SellerCounts right) => Sum(left, right, 1);

    private static void Include(Dictionary<string, SellerCounts> sums, string? scope, SellerCounts delta)
    {
        if (scope is not null && delta != default)
        {
            ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(sums, scope, out _);
            sum = Add(sum, delta);
        }
    }

    private static SellerCounts Sum(SellerCounts a, SellerCounts b, int sign) => new()
    {
        Shipments = a.Shipments + (sign * b.Shipments),
        InTransit = a.InTransit + (sign * b.InTransit),
        Held = a.Held + (sign * b.Held),
        Seized = a.Seized + (sign * b.Seized),
        Released = a.Released + (sign * b.Released),
        Violations = a.Violations + (sign * b.Violations),
        Announced = a.Announced + (sign * b.Announced),
        Delivered = a.Delivered + (sign * b.Delivered),
        Cancelled = a.Cancelled + (sign * b.Cancelled),
        Discrepant = a.Discrepant + (sign * b.Discrepant),
        Facts = a.Facts + (sign * b.Facts),
    };
}
