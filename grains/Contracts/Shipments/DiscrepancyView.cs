namespace Tracking.Contracts.Shipments;

/// <summary>Something that does not fit.</summary>
/// <param name="Kind">What.</param>
/// <param name="Fact">The id of the fact that shows it.</param>
/// <param name="At">When that fact happened.</param>
/// <param name="ClosedBy">Who closed it, as name of organisation; null while it is open.</param>
/// <param name="ClosedAt">When.</param>
/// <param name="ClosedFor">Why.</param>
[GenerateSerializer, Immutable, Alias("tracking.discrepancy-view.v1")]
public sealed record DiscrepancyView(
    [property: Id(0)] DiscrepancyKind Kind,
    [property: Id(1)] string Fact,
    [property: Id(2)] DateTimeOffset At,
    [property: Id(3)] string? ClosedBy = null,
    [property: Id(4)] DateTimeOffset? ClosedAt = null,
    [property: Id(5)] string? ClosedFor = null);
