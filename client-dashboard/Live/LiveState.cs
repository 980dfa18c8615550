using Tracking.Contracts.Live;

namespace Tracking.Dashboard.Live;

/// <summary>What the readers of the journal put down and the connections pick up.</summary>
internal sealed class LiveState
{
    private LiveCounters? _counters;
    private double _behindSeconds;

    /// <summary>The latest notable changes.</summary>
    public RecentChanges Recent { get; } = new();

    /// <summary>The rows that connections watch.</summary>
    public WatchedShipments Watched { get; } = new();

    /// <summary>Raised after any of it changed.</summary>
    public Signal Changed { get; } = new();

    /// <summary>The latest counters; null before the first reading.</summary>
    public LiveCounters? Counters
    {
        get => Volatile.Read(ref _counters);
        set => Volatile.Write(ref _counters, value);
    }

    /// <summary>How far the tailer is behind the journal, in seconds.</summary>
    public double BehindSeconds
    {
        get => Volatile.Read(ref _behindSeconds);
        set => Volatile.Write(ref _behindSeconds, value);
    }
}
