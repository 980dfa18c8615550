using Tracking.Contracts.Shipments;

namespace Tracking.Domain.Shipments.Events;

/// <summary>In a piece's stream: a bill told it where it belongs, or no longer belongs.</summary>
/// <param name="Request">What it was told.</param>
/// <param name="At">When, microseconds since 1970 UTC.</param>
public sealed record LinkTold(LinkRequest Request, long At) : ShipmentEvent;
