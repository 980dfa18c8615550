namespace Tracking.Domain.Clocks;

/// <summary>A fact that no clock listens to.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Why">Why, in a sentence with a remedy.</param>
public sealed record IgnoredFact(ClockFact Fact, string Why);
