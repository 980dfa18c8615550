using Tracking.Contracts.Shipments;

namespace Tracking.Domain.Shipments.Events;

/// <summary>In a bill's stream: a piece answered to its link.</summary>
/// <param name="Request">What it was told.</param>
/// <param name="Answer">What it answered.</param>
/// <param name="At">When, microseconds since 1970 UTC.</param>
public sealed record PieceAnswered(LinkRequest Request, LinkAnswer Answer, long At) : ShipmentEvent;
