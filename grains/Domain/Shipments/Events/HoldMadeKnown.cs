using Tracking.Contracts.Access;

namespace Tracking.Domain.Shipments.Events;

/// <summary>The carrier asked for clearance and was not told go: from now on it knows of the hold. Once per hold.</summary>
/// <param name="Hold">The hold's id.</param>
/// <param name="To">Who was told.</param>
/// <param name="At">When, microseconds since 1970 UTC.</param>
public sealed record HoldMadeKnown(string Hold, Actor To, long At) : ShipmentEvent;
