using Tracking.Domain.Orders;

namespace Tracking.Domain.Shipments.Events;

/// <summary>A standing order does not hold, stop or refer the shipment any more.</summary>
/// <param name="Order">The order, as owner/id.</param>
/// <param name="Epoch">The epoch of the order's placing.</param>
/// <param name="Why">Why.</param>
/// <param name="At">When it was written here, microseconds since 1970 UTC.</param>
public sealed record OrderReleased(string Order, long Epoch, OrderEnding Why, long At) : ShipmentEvent;
