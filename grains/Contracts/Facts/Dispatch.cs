using Tracking.Contracts.Identifiers;

namespace Tracking.Contracts.Facts;

/// <summary>What a marketplace knows of a parcel: who sold what. The source is the marketplace.</summary>
[GenerateSerializer, Immutable, Alias("tracking.dispatch.v1")]
public sealed record Dispatch : Fact
{
    /// <summary>The seller.</summary>
    [Id(0)] public required SellerKey Seller { get; init; }

    /// <summary>The order at the marketplace.</summary>
    [Id(1)] public string? Order { get; init; }

    /// <summary>The listing that was sold.</summary>
    [Id(2)] public string? Listing { get; init; }

    /// <summary>Goods with brand and price.</summary>
    [Id(3)] public ImmutableArray<GoodsLine> Goods { get; init; } = [];
}
