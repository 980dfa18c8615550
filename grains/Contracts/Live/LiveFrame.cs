namespace Tracking.Contracts.Live;

/// <summary>What the page receives at a time.</summary>
/// <param name="Previous">The position of the frame before it: a page that has another one has missed something.</param>
/// <param name="Position">The position up to which the page is current after this frame; opaque.</param>
/// <param name="Resync">Whether the page must load its lists anew, because it was too slow or away for too long.</param>
/// <param name="Changes">Notable changes between the two positions.</param>
/// <param name="Rows">New rows of shipments that the page watches.</param>
/// <param name="Counters">Counters, a few times a second at most; null in other frames.</param>
[GenerateSerializer, Immutable, Alias("tracking.live-frame.v1")]
public sealed record LiveFrame(
    [property: Id(0)] string Previous,
    [property: Id(1)] string Position,
    [property: Id(2)] bool Resync,
    [property: Id(3)] ImmutableArray<LiveChange> Changes,
    [property: Id(4)] ImmutableArray<ShipmentRow> Rows,
    [property: Id(5)] LiveCounters? Counters);
