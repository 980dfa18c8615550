using Tracking.Contracts.Facts;

namespace Tracking.Simulator;

/// <summary>A fact and when its source sends it, which is rarely when it happened.</summary>
/// <param name="SendAt">When it is sent, by a true clock.</param>
/// <param name="Fact">The fact; its own time is by its source's clock.</param>
/// <param name="Repeated">Whether the same fact was sent before.</param>
public readonly record struct SimulatedFact(DateTimeOffset SendAt, Fact Fact, bool Repeated);
