namespace Tracking.Contracts.Consolidations;

/// <summary>A time that a parcel, or a box, was inside a box.</summary>
/// <param name="Piece">Which piece of the bill; null where the bill's own number was packed.</param>
/// <param name="Box">The box's number, of the same carrier.</param>
/// <param name="From">Since when, microseconds since 1970 UTC; 0 where only the taking out was reported.</param>
/// <param name="Until">Until when; null while it is inside.</param>
[GenerateSerializer, Immutable, Alias("tracking.box-stay.v1")]
public sealed record BoxStay(
    [property: Id(0)] string? Piece,
    [property: Id(1)] string Box,
    [property: Id(2)] long From,
    [property: Id(3)] long? Until);
