namespace Tracking.Benchmarks;

/// <summary>How long, how often, and where the result goes.</summary>
internal sealed record RunSettings(TimeSpan Length, int Rounds, FileInfo? Output);
