namespace Tracking.Contracts.Sellers;

/// <summary>Live counts over a seller's shipments, or over all shipments.</summary>
[GenerateSerializer, Immutable, Alias("tracking.seller-counts.v1")]
public readonly record struct SellerCounts
{
    /// <summary>Shipments known; numbers that forward to a bill are not counted.</summary>
    [Id(0)] public long Shipments { get; init; }
    /// <summary>Accepted by the carrier and not delivered, returned, cancelled or destroyed.</summary>
    [Id(1)] public long InTransit { get; init; }
    /// <summary>With at least one open hold.</summary>
    [Id(2)] public long Held { get; init; }
    /// <summary>Seized or forfeited, in any procedure.</summary>
    [Id(3)] public long Seized { get; init; }
    /// <summary>Released at import, all pieces, and no hold open.</summary>
    [Id(4)] public long Released { get; init; }
    /// <summary>Moves under hold.</summary>
    [Id(5)] public long Violations { get; init; }
    /// <summary>Announced only.</summary>
    [Id(6)] public long Announced { get; init; }
    /// <summary>Delivered.</summary>
    [Id(7)] public long Delivered { get; init; }
    /// <summary>Cancelled.</summary>
    [Id(8)] public long Cancelled { get; init; }
    /// <summary>With something that does not fit.</summary>
    [Id(9)] public long Discrepant { get; init; }
    /// <summary>Facts taken in; counted for all shipments together only, 0 for a single seller.</summary>
    [Id(10)] public long Facts { get; init; }
}
