namespace Tracking.Domain.Shipments.Events;

/// <summary>A parcel was reported to be in this number: it is a box. Written before the parcel's own fact, and once.</summary>
/// <param name="At">When it was first heard of, microseconds since 1970 UTC.</param>
public sealed record BoxNamed(long At) : ShipmentEvent;
