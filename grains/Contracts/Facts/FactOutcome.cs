namespace Tracking.Contracts.Facts;

/// <summary>What became of one fact.</summary>
/// <param name="Result">Accepted, duplicate or rejected.</param>
/// <param name="Id">The fact's id: the source's own, or the one derived from its content. What <c>corrects</c> names.</param>
/// <param name="Refusal">Why it was rejected.</param>
/// <param name="Version">The stream's version after it; 0 where it was rejected.</param>
[GenerateSerializer, Immutable, Alias("tracking.fact-outcome.v1")]
public readonly record struct FactOutcome(
    [property: Id(0)] FactResult Result,
    [property: Id(1)] string Id,
    [property: Id(2)] FactRefusal Refusal,
    [property: Id(3)] int Version);
