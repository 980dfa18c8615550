namespace Tracking.Contracts.Facts;

/// <summary>What a scan says of a box: bag, pallet, container or master bill of the same carrier, which is a number like any other.</summary>
/// <param name="Box">The box's number, in normal form.</param>
/// <param name="Out">Whether it was taken out; else it was put in, or seen in it.</param>
[GenerateSerializer, Immutable, Alias("tracking.packing.v1")]
public sealed record Packing([property: Id(0)] string Box, [property: Id(1)] bool Out = false);
