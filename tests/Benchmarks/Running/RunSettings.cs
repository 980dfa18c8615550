namespace Tracking.Benchmarks.Running;

/// <summary>What is measured, how long and how often.</summary>
/// <param name="Length">How long each measured window lasts.</param>
/// <param name="Rounds">How often product and baselines take turns.</param>
/// <param name="Quick">Small worlds, for trying the program itself: the figures say nothing.</param>
/// <param name="Subjects">Which of product and baselines take part; empty: all.</param>
/// <param name="Output">Where the table also goes as JSON.</param>
internal sealed record RunSettings(TimeSpan Length, int Rounds, bool Quick, ImmutableArray<string> Subjects, FileInfo? Output)
{
    /// <summary>How long the same load runs, unmeasured, before a window: until the code on its way is compiled for good.</summary>
    public TimeSpan WarmUp { get; } = TimeSpan.FromSeconds(10);

    /// <summary>A size as it is measured, or a fraction of it where the program is only tried.</summary>
    public int Size(int whole) => Quick ? Math.Max(1_000, whole / 10) : whole;
}
