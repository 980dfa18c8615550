using Tracking.Journal;

namespace Tracking.Dashboard.Live;

/// <summary>Follows the journal's feed and puts notable changes down for the connections.</summary>
/// <param name="reader">The journal.</param>
/// <param name="changes">Turns events into changes.</param>
/// <param name="state">Where they are put.</param>
/// <param name="time">Clock.</param>
/// <param name="logger">Log.</param>
internal sealed partial class FeedTailer(
    IJournalReader reader, ChangeReader changes, LiveState state, TimeProvider time, ILogger<FeedTailer> logger) : BackgroundService
{
    // Well below what an eye notices, and twenty index look-ups a second cost the store nothing.
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(50);
    private const int EventsPerRead = 500;

    private FeedCursor? _cursor;
    private long _lastAtEnd;
    private bool _failing;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _lastAtEnd = time.GetTimestamp();
        using var timer = new PeriodicTimer(PollInterval, time);
        do
        {
            try
            {
                while (await ReadOnAsync(stoppingToken))
                {
                }

                Recovered();
            }
            catch (FeedLostException)
            {
                LogFeedLost();
                _cursor = null;
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                // Whatever the store says, the page goes on showing what it has and says how old that is.
                Failed(exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Reads once.</summary>
    /// <returns>Whether there is more at once.</returns>
    private async ValueTask<bool> ReadOnAsync(CancellationToken cancellationToken)
    {
        if (_cursor is not { } cursor)
        {
            var end = await reader.ReadEndAsync(cancellationToken);
            _cursor = end;
            state.Recent.Restart(end.Text);
            state.Changed.Raise();
            return false;
        }

        var page = await reader.ReadFeedAsync(cursor, notableOnly: true, EventsPerRead, cancellationToken);
        if (!page.Events.IsEmpty || page.Next != cursor)
        {
            state.Recent.Append(await changes.ReadAsync(page.Events, cancellationToken), page.Next.Text);
            _cursor = page.Next;
        }

        if (!page.Events.IsEmpty)
        {
            state.Changed.Raise();
        }

        var full = page.Events.Length == EventsPerRead;
        _lastAtEnd = full ? _lastAtEnd : time.GetTimestamp();
        state.BehindSeconds = full ? time.GetElapsedTime(_lastAtEnd).TotalSeconds : page.HeldBack.TotalSeconds;
        return full;
    }

    private void Recovered()
    {
        if (_failing)
        {
            LogRecovered(time.GetElapsedTime(_lastAtEnd).TotalSeconds);
            _failing = false;
        }
    }

    private void Failed(Exception exception)
    {
        state.BehindSeconds = time.GetElapsedTime(_lastAtEnd).TotalSeconds;
        if (!_failing)
        {
            LogFailing(exception);
            _failing = true;
        }
    }

    [LoggerMessage(3001, LogLevel.Warning, "The journal's feed cannot be read; the page falls behind until it can.")]
    private partial void LogFailing(Exception exception);

    [LoggerMessage(3002, LogLevel.Information, "The journal's feed is read again; the page was behind by {Seconds:F1} s.")]
    private partial void LogRecovered(double seconds);

    [LoggerMessage(3003, LogLevel.Warning, "The journal was restored or replaced; every page loads its lists anew.")]
    private partial void LogFeedLost();
}
