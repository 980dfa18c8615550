using Tracking.Contracts.Access;

namespace Tracking.Contracts.Orders;

/// <summary>A standing order as its owner gave it: what it matches, what it does, and why.</summary>
[GenerateSerializer, Immutable, Alias("tracking.standing-order.v1")]
public sealed record StandingOrder
{
    /// <summary>The organisation that it belongs to: a carrier, authority, marketplace or right holder; lower-case code.</summary>
    [Id(0)] public required string Owner { get; init; }
    /// <summary>The owner's own id of it, 1 to 128 characters.</summary>
    [Id(1)] public required string Id { get; init; }
    /// <summary>What it does.</summary>
    [Id(2)] public required OrderEffect Effect { get; init; }
    /// <summary>What it matches.</summary>
    [Id(3)] public required OrderMatches Matches { get; init; }
    /// <summary>Why, at most 512 characters.</summary>
    [Id(4)] public required string Reason { get; init; }
    /// <summary>Where the owner knows it from.</summary>
    [Id(5)] public required string Source { get; init; }
    /// <summary>Who else may be told.</summary>
    [Id(6)] public required SharingMark Sharing { get; init; }
    /// <summary>How sure the owner is, 0 to 100.</summary>
    [Id(7)] public required int Confidence { get; init; }
    /// <summary>When it runs out, microseconds since 1970 UTC; null where it stands until it is lifted, which only an authority's hold may.</summary>
    [Id(8)] public long? ExpiresAt { get; init; }
    /// <summary>When it was first received, microseconds since 1970 UTC.</summary>
    [Id(9)] public required long PlacedAt { get; init; }
    /// <summary>Who handed it in.</summary>
    [Id(10)] public required Actor PlacedBy { get; init; }

    /// <summary>Owner, slash, id: what names it everywhere.</summary>
    public string Key => $"{Owner}/{Id}";
}
