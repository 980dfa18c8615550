using Tracking.Benchmarks.Load;

namespace Tracking.Benchmarks.Live;

/// <summary>What came to all clients of a process, counted together.</summary>
internal sealed class Arrivals
{
    private readonly Lock gate = new();
    private readonly Latencies latency = new();
    private int streaming;
    private long changes;
    private long again;
    private long broken;
    private long resyncs;

    /// <summary>Clients that have had a frame.</summary>
    public int Streaming => Volatile.Read(ref streaming);

    /// <summary>Changes that came to a client for the first time.</summary>
    public long Changes => Interlocked.Read(ref changes);

    public void Frame(bool first, bool resync, bool broken)
    {
        Interlocked.Add(ref streaming, first ? 1 : 0);
        Interlocked.Add(ref resyncs, resync ? 1 : 0);
        Interlocked.Add(ref this.broken, broken ? 1 : 0);
    }

    public void Change(long start, bool again)
    {
        if (again)
        {
            Interlocked.Increment(ref this.again);
            return;
        }

        Interlocked.Increment(ref changes);
        lock (gate)
        {
            latency.Add(start);
        }
    }

    public ArrivalReport Report()
    {
        lock (gate)
        {
            return new(changes, again, broken, resyncs, latency.Count == 0 ? 0 : latency.Percentile(50), latency.Count == 0 ? 0 : latency.Percentile(99));
        }
    }
}

/// <summary>What came to the clients.</summary>
/// <param name="Changes">Changes, counted once for each client.</param>
/// <param name="Again">Changes that a client had had before.</param>
/// <param name="Broken">Frames that did not follow the one before.</param>
/// <param name="Resyncs">Times that a client was told to load its lists anew.</param>
/// <param name="P50">Milliseconds from when a change was meant to be posted.</param>
/// <param name="P99">The same.</param>
internal sealed record ArrivalReport(long Changes, long Again, long Broken, long Resyncs, double P50, double P99);
