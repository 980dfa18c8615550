namespace Tracking.Contracts.Shipments;

/// <summary>A move of the parcel while a hold was in force and known to the carrier. Derived; a late fact may withdraw it.</summary>
/// <param name="Hold">The hold's id.</param>
/// <param name="Fact">The id of the scan that shows the move.</param>
/// <param name="MovedAt">When it moved.</param>
/// <param name="HeldSince">Since when the hold was in force.</param>
/// <param name="KnownSince">Since when the carrier could know of it, without its grace.</param>
[GenerateSerializer, Immutable, Alias("tracking.violation-view.v1")]
public sealed record ViolationView(
    [property: Id(0)] string Hold,
    [property: Id(1)] string Fact,
    [property: Id(2)] DateTimeOffset MovedAt,
    [property: Id(3)] DateTimeOffset HeldSince,
    [property: Id(4)] DateTimeOffset KnownSince);
