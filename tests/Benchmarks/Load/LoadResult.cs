using System.Diagnostics;

namespace Tracking.Benchmarks.Load;

/// <summary>What came of a load. Written by one thread, then added up.</summary>
internal sealed class LoadResult
{
    private const int TicksASecond = 10;
    private readonly Dictionary<long, long> itemsByTick = [];

    /// <summary>Requests answered.</summary>
    public long Requests { get; private set; }

    /// <summary>What their answers acknowledged.</summary>
    public long Items { get; private set; }

    /// <summary>From the first request to the last answer.</summary>
    public TimeSpan Elapsed { get; set; }

    public Latencies Latency { get; } = new();

    /// <summary>Acknowledged a second.</summary>
    public double Rate => Items / Elapsed.TotalSeconds;

    public void Add(long start, int items)
    {
        Requests++;
        Items += items;
        Latency.Add(start);
        var tick = TickOf(Stopwatch.GetTimestamp());
        itemsByTick[tick] = itemsByTick.GetValueOrDefault(tick) + items;
    }

    public void Add(LoadResult other)
    {
        Requests += other.Requests;
        Items += other.Items;
        Latency.Add(other.Latency);
        foreach (var (tick, items) in other.itemsByTick)
        {
            itemsByTick[tick] = itemsByTick.GetValueOrDefault(tick) + items;
        }
    }

    /// <summary>Acknowledged a second between two moments.</summary>
    public double RateBetween(long from, long to)
    {
        var (first, last) = (TickOf(from), TickOf(to));
        return last <= first ? 0 : Sum(first, last) * (double)TicksASecond / (last - first);
    }

    /// <summary>The lowest rate of any whole span of a length between two moments; the rate between them where they are nearer.</summary>
    public double LowestRateBetween(long from, long to, TimeSpan span)
    {
        var (first, last, ticks) = (TickOf(from), TickOf(to), (long)(span.TotalSeconds * TicksASecond));
        if (last - first <= ticks)
        {
            return RateBetween(from, to);
        }

        var least = double.MaxValue;
        for (var start = first; start + ticks <= last; start++)
        {
            least = Math.Min(least, Sum(start, start + ticks) / span.TotalSeconds);
        }

        return least;
    }

    private static long TickOf(long timestamp) => timestamp * TicksASecond / Stopwatch.Frequency;

    private long Sum(long from, long to)
    {
        var sum = 0L;
        for (var tick = from; tick < to; tick++)
        {
            sum += itemsByTick.GetValueOrDefault(tick);
        }

        return sum;
    }
}
