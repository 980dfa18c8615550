namespace Tracking.Domain.Identity;

/// <summary>How likely two sellers are one, and why.</summary>
/// <param name="Likelihood">0 to 1.</param>
/// <param name="Evidence">What it follows from, strongest first.</param>
public sealed record LinkScore(double Likelihood, ImmutableArray<Evidence> Evidence);
