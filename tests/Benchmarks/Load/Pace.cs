using System.Diagnostics;

namespace Tracking.Benchmarks.Load;

/// <summary>Starts at a fixed rate, shared by the connections of a load: whoever is free takes the next.</summary>
internal sealed class Pace(double perSecond)
{
    private readonly long began = Stopwatch.GetTimestamp();
    private readonly double interval = Stopwatch.Frequency / perSecond;
    private long taken = -1;

    /// <summary>Waits for the next start.</summary>
    /// <returns>
    /// When it was meant to be: while all connections wait for answers, starts become due and their latency runs. Where this
    /// thread was there in time, the moment in which it woke: that a timer is late is no fault of who answers.
    /// </returns>
    public long Wait(CancellationToken cancellationToken)
    {
        var due = began + (long)(Interlocked.Increment(ref taken) * interval);
        if (Stopwatch.GetTimestamp() >= due)
        {
            return due;
        }

        long left;
        while ((left = due - Stopwatch.GetTimestamp()) > 0 && !cancellationToken.IsCancellationRequested)
        {
            cancellationToken.WaitHandle.WaitOne(Math.Max(1, (int)(left * 1_000 / Stopwatch.Frequency)));
        }

        return Stopwatch.GetTimestamp();
    }
}
