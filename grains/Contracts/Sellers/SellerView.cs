using Tracking.Contracts.Identifiers;

namespace Tracking.Contracts.Sellers;

/// <summary>A seller as people and partners read him.</summary>
[GenerateSerializer, Immutable, Alias("tracking.seller-view.v1")]
public sealed record SellerView
{
    /// <summary>Marketplace.</summary>
    [Id(0)] public required string Marketplace { get; init; }
    /// <summary>Account.</summary>
    [Id(1)] public required string Account { get; init; }
    /// <summary>Live counts.</summary>
    [Id(2)] public required SellerCounts Counts { get; init; }
    /// <summary>When the seller's grain first heard of him; null where it never did.</summary>
    [Id(3)] public DateTimeOffset? FirstSeen { get; init; }
    /// <summary>Orders that stand on him, latest first, as far as their marks let them be shown.</summary>
    [Id(4)] public ImmutableArray<SellerOrder> Orders { get; init; } = [];
}
