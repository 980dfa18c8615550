using Tracking.Contracts.Holds;

namespace Tracking.Contracts.Shipments;

/// <summary>A hold, exam or request.</summary>
/// <param name="Id">The id of the fact that placed it.</param>
/// <param name="Kind">Kind.</param>
/// <param name="Authority">Who placed it.</param>
/// <param name="LegalBasis">Legal basis.</param>
/// <param name="Reason">Reason; null where the reader may not see it.</param>
/// <param name="Reference">The authority's reference.</param>
/// <param name="Port">Port or station.</param>
/// <param name="PlacedAt">When it was placed.</param>
/// <param name="RemovedAt">When it was lifted or completed; null while open.</param>
/// <param name="Pieces">Pieces that it holds; empty: all.</param>
/// <param name="Order">The standing order that placed it, as owner/id; null where a decision did.</param>
[GenerateSerializer, Immutable, Alias("tracking.hold-view.v1")]
public sealed record HoldView(
    [property: Id(0)] string Id,
    [property: Id(1)] HoldKind Kind,
    [property: Id(2)] string Authority,
    [property: Id(3)] string? LegalBasis,
    [property: Id(4)] string? Reason,
    [property: Id(5)] string? Reference,
    [property: Id(6)] string? Port,
    [property: Id(7)] DateTimeOffset PlacedAt,
    [property: Id(8)] DateTimeOffset? RemovedAt,
    [property: Id(9)] ImmutableArray<string> Pieces,
    [property: Id(10)] string? Order = null);
