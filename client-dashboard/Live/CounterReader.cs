using Tracking.Contracts.Live;
using Tracking.Contracts.Sellers;
using Tracking.Journal;

namespace Tracking.Dashboard.Live;

/// <summary>Reads the counters four times a second, whatever the rate of facts.</summary>
/// <param name="reader">The journal.</param>
/// <param name="state">Where they are put.</param>
/// <param name="time">Clock.</param>
/// <param name="logger">Log.</param>
internal sealed partial class CounterReader(
    IJournalReader reader, LiveState state, TimeProvider time, ILogger<CounterReader> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1);

    // Commits and readings are not in step: a lag below this is not worth an officer's attention.
    private const double LeastWorthSaying = 1;

    private readonly Queue<(long At, long Facts)> _readings = new();
    private bool _failing;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                var totals = await reader.ReadCountsAsync("", stoppingToken);
                state.Counters = new LiveCounters(totals, FactsPerSecond(totals), time.GetUtcNow(), Behind());
                _failing = false;
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                Failed(exception);
            }

            state.Changed.Raise();
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private double FactsPerSecond(SellerCounts totals)
    {
        var now = time.GetTimestamp();
        _readings.Enqueue((now, totals.Facts));
        while (_readings.Count > 2 && time.GetElapsedTime(_readings.Peek().At, now) > Window)
        {
            _readings.Dequeue();
        }

        var (since, before) = _readings.Peek();
        var seconds = time.GetElapsedTime(since, now).TotalSeconds;
        return seconds > 0 ? Math.Round(Math.Max(0, totals.Facts - before) / seconds, 1) : 0;
    }

    private double Behind() => state.BehindSeconds < LeastWorthSaying ? 0 : Math.Round(state.BehindSeconds, 1);

    private void Failed(Exception exception)
    {
        if (state.Counters is { } old)
        {
            var age = (time.GetUtcNow() - old.At).TotalSeconds;
            state.Counters = old with { FactsPerSecond = 0, BehindSeconds = Math.Round(Math.Max(age, state.BehindSeconds), 1) };
        }

        _readings.Clear();
        if (!_failing)
        {
            LogFailing(exception);
            _failing = true;
        }
    }

    [LoggerMessage(3011, LogLevel.Warning, "The counters cannot be read; the page shows the last ones and their age.")]
    private partial void LogFailing(Exception exception);
}
