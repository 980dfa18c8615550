using System.Diagnostics;

namespace Tracking.Benchmarks.Load;

/// <summary>Calls side by side, each caller on a thread of its own, and adds up what is acknowledged.</summary>
/// <param name="callers">How many.</param>
/// <param name="create">Makes each, by its index, on its thread.</param>
internal sealed class LoadGenerator(int callers, Func<int, ICaller> create)
{
    /// <summary>Connections, dealt out evenly, one request in flight on each.</summary>
    public static LoadGenerator Http(ImmutableArray<Uri> to, int connections, Func<IRequests> requests) =>
        new(connections, i => new HttpCaller(to[i % to.Length], requests()));

    /// <summary>Calls until there is nothing more to call for.</summary>
    public Task<LoadResult> AllAsync(CancellationToken cancellationToken) => RunAsync(null, Timeout.InfiniteTimeSpan, cancellationToken, cancellationToken);

    /// <summary>Calls as fast as it is answered, for a while.</summary>
    public Task<LoadResult> ForAsync(TimeSpan length, CancellationToken cancellationToken) => RunAsync(null, length, cancellationToken, cancellationToken);

    /// <summary>Starts calls at a rate, however fast they are answered, for a while. Latencies count from when they were meant to start.</summary>
    public Task<LoadResult> PacedAsync(double perSecond, TimeSpan length, CancellationToken cancellationToken) =>
        RunAsync(new Pace(perSecond), length, cancellationToken, cancellationToken);

    /// <summary>The same, until it is stopped.</summary>
    public Task<LoadResult> PacedUntilAsync(double perSecond, CancellationToken stop) =>
        RunAsync(new Pace(perSecond), Timeout.InfiniteTimeSpan, stop, CancellationToken.None);

    private async Task<LoadResult> RunAsync(Pace? pace, TimeSpan length, CancellationToken stop, CancellationToken cancellationToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var began = Stopwatch.GetTimestamp();
        var end = length == Timeout.InfiniteTimeSpan ? long.MaxValue : began + (long)(length.TotalSeconds * Stopwatch.Frequency);
        var calling = Enumerable.Range(0, callers)
            .Select(i => Task.Factory.StartNew(() => Call(i, pace, end, over), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))
            .ToList();
        var sum = new LoadResult();
        foreach (var result in await Task.WhenAll(calling))
        {
            sum.Add(result);
        }

        sum.Elapsed = Stopwatch.GetElapsedTime(began);
        cancellationToken.ThrowIfCancellationRequested();
        return sum;
    }

    private LoadResult Call(int index, Pace? pace, long end, CancellationTokenSource over)
    {
        var result = new LoadResult();
        try
        {
            using var caller = create(index);
            while (!over.IsCancellationRequested)
            {
                var start = pace?.Wait(over.Token) ?? Stopwatch.GetTimestamp();
                if (start >= end || over.IsCancellationRequested || caller.Call(start) is not { } items)
                {
                    break;
                }

                result.Add(start, items);
            }

            return result;
        }
        catch
        {
            // One that fails ends the others.
            over.Cancel();
            throw;
        }
    }
}
