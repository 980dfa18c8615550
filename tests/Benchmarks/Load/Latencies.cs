using System.Diagnostics;
using HdrHistogram;

namespace Tracking.Benchmarks.Load;

/// <summary>Latencies, to the microsecond and three digits. Not to be shared between threads while it is written.</summary>
internal sealed class Latencies
{
    private const long Longest = 600_000_000;
    private readonly LongHistogram microseconds = new(Longest, 3);

    public long Count => microseconds.TotalCount;

    /// <summary>Notes the time from a moment until now.</summary>
    /// <param name="since">As <see cref="Stopwatch.GetTimestamp"/> gives it.</param>
    public void Add(long since) => Add(Stopwatch.GetElapsedTime(since));

    public void Add(TimeSpan latency) => microseconds.RecordValue(Math.Clamp((long)latency.TotalMicroseconds, 1, Longest));

    public void Add(Latencies others) => microseconds.Add(others.microseconds);

    /// <summary>A percentile in milliseconds.</summary>
    public double Percentile(double percent) => microseconds.GetValueAtPercentile(percent) / 1_000.0;

    /// <summary>The longest in milliseconds.</summary>
    public double Most => microseconds.TotalCount == 0 ? 0 : microseconds.GetMaxValue() / 1_000.0;
}
