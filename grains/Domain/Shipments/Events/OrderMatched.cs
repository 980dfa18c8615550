using Tracking.Contracts.Holds;
using Tracking.Contracts.Orders;

namespace Tracking.Domain.Shipments.Events;

/// <summary>A standing order holds, stops or refers the shipment from now on: while the order stands, and until the next event about it.</summary>
/// <param name="Order">The order, as owner/id.</param>
/// <param name="Epoch">The epoch of the order's placing.</param>
/// <param name="Effect">What the order does.</param>
/// <param name="Kind">The kind of hold.</param>
/// <param name="Reason">The order's reason.</param>
/// <param name="ReasonRestricted">Whether the reason is for authorities' eyes only.</param>
/// <param name="PlacedAt">When the order was placed, microseconds since 1970 UTC.</param>
/// <param name="At">When it was written here, microseconds since 1970 UTC.</param>
public sealed record OrderMatched(
    string Order, long Epoch, OrderEffect Effect, HoldKind Kind, string Reason, bool ReasonRestricted, long PlacedAt, long At) : ShipmentEvent
{
    /// <summary>The organisation that the order belongs to.</summary>
    public string Owner => Order[..Order.IndexOf('/', StringComparison.Ordinal)];
}
