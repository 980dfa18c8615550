namespace Tracking.Contracts.Live;

/// <summary>A page of shipments, newest first.</summary>
/// <param name="Rows">Rows.</param>
/// <param name="Next">What to pass as <c>after</c> for the next page; null at the end.</param>
[GenerateSerializer, Immutable, Alias("tracking.shipment-page.v1")]
public sealed record ShipmentPage(
    [property: Id(0)] ImmutableArray<ShipmentRow> Rows,
    [property: Id(1)] string? Next);

/// <summary>A page of the hold queue, latest placed first.</summary>
/// <param name="Rows">Rows.</param>
/// <param name="Next">What to pass as <c>after</c> for the next page; null at the end.</param>
/// <param name="Total">How many holds are open.</param>
[GenerateSerializer, Immutable, Alias("tracking.hold-page.v1")]
public sealed record HoldPage(
    [property: Id(0)] ImmutableArray<HoldRow> Rows,
    [property: Id(1)] string? Next,
    [property: Id(2)] long Total);

/// <summary>What the page shows before anything else: mode, counters and the feed's position to subscribe from.</summary>
/// <param name="Demo">Whether a simulated world is running, with compressed time and raised rates.</param>
/// <param name="Embedded">Whether the silo runs inside the dashboard's process.</param>
/// <param name="Counters">Counters.</param>
/// <param name="Position">Where to subscribe from after loading the lists.</param>
[GenerateSerializer, Immutable, Alias("tracking.overview.v1")]
public sealed record Overview(
    [property: Id(0)] bool Demo,
    [property: Id(1)] bool Embedded,
    [property: Id(2)] LiveCounters Counters,
    [property: Id(3)] string Position);
