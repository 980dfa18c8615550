using Tracking.Chaos.Load;

namespace Tracking.Chaos;

/// <summary>How much is sent, and how often what is killed.</summary>
internal sealed record CheckerPlan(LoadPlan Load)
{
    public int Requests { get; init; } = int.MaxValue;

    public int Senders { get; init; } = 4;

    public int MostKills { get; init; } = int.MaxValue;

    /// <summary>Drawn anew for each kill: so many requests are answered before it.</summary>
    public (int Least, int Most) RequestsBetweenKills { get; init; } = (1, 100);

    /// <summary>A recount beside the load after so many kills.</summary>
    public int KillsBetweenRecounts { get; init; } = 1;
}

/// <summary>What became of it.</summary>
internal sealed record CheckerReport(int Seed, long Acknowledged, int Kills, int RecountsBeside, long Streams, Findings Findings)
{
    public bool IsTrue => Findings.Kinds.Count == 0;
}
