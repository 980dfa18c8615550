using Tracking.Journal;

namespace Tracking.Dashboard.Live;

/// <summary>Reads the head rows of all shipments that somebody has on the screen, twice a second.</summary>
/// <param name="reader">The journal.</param>
/// <param name="state">What is watched, and where the rows are put.</param>
/// <param name="time">Clock.</param>
/// <param name="logger">Log.</param>
internal sealed partial class WatchReader(
    IJournalReader reader, LiveState state, TimeProvider time, ILogger<WatchReader> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);
    private const int NumbersPerRead = 1_000;

    private bool _failing;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await ReadAsync(stoppingToken);
                _failing = false;
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                if (!_failing)
                {
                    LogFailing(exception);
                    _failing = true;
                }
            }
        }
    }

    private async ValueTask ReadAsync(CancellationToken cancellationToken)
    {
        var watched = state.Watched.All();
        var newer = false;
        foreach (var numbers in watched.Chunk(NumbersPerRead))
        {
            newer |= state.Watched.Update(watched, await reader.ReadRowsAsync(numbers, cancellationToken));
        }

        if (newer)
        {
            state.Changed.Raise();
        }
    }

    [LoggerMessage(3021, LogLevel.Warning, "Rows on the screens cannot be read; they stay as they are until they can.")]
    private partial void LogFailing(Exception exception);
}
