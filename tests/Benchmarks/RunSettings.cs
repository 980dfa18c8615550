namespace Tracking.Benchmarks;

/// <summary>How long, how often, which subjects, and where the result goes.</summary>
internal sealed record RunSettings(TimeSpan Length, int Rounds, ImmutableArray<string> Subjects, FileInfo? Output);
