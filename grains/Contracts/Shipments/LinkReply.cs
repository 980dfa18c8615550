using Tracking.Contracts.Facts;

namespace Tracking.Contracts.Shipments;

/// <summary>A piece's reply to its bill.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Facts">The facts that it hands over, with their ids; the bill drops those that it knows.</param>
[GenerateSerializer, Immutable, Alias("tracking.link-reply.v1")]
public sealed record LinkReply(
    [property: Id(0)] LinkAnswer Answer,
    [property: Id(1)] ImmutableArray<Fact> Facts);
