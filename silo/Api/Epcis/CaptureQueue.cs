using System.Threading.Channels;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using Tracking.Contracts.Facts;
using Tracking.Journal;
using Tracking.Journal.Epcis;
using Tracking.Silo.Ingest;

namespace Tracking.Silo.Api.Epcis;

/// <summary>
/// Commits captures of all requests in groups: while one group is on its way to the disk the next one gathers. A document is
/// acknowledged when its events and its job are committed; what they say of parcels follows.
/// </summary>
internal sealed partial class CaptureQueue(IEventStore store, CaptureFollow follow, IOptions<IngestOptions> options, TimeProvider time, ILogger<CaptureQueue> logger) : BackgroundService
{
    /// <summary>Events of one transaction, unless a single document has more.</summary>
    private const int EventsTogether = 4_000;

    /// <summary>How often a group is sent again whose outcome is not known.</summary>
    private const int Attempts = 3;

    private readonly Channel<CaptureTask> _waiting = Channel.CreateUnbounded<CaptureTask>(new UnboundedChannelOptions { SingleReader = true });

    // What waits, for the disk or for parcels, is bounded here.
    private readonly ConcurrencyLimiter _room = new(new ConcurrencyLimiterOptions
    {
        PermitLimit = options.Value.FactsInFlight,
        QueueLimit = 4 * options.Value.FactsInFlight,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    /// <summary>Takes a capture in; waits for room as long as the patience lasts.</summary>
    /// <param name="capture">The capture.</param>
    /// <param name="facts">What each of its events says of parcels.</param>
    /// <returns>The capture on its way; null where there is no room.</returns>
    public async ValueTask<CaptureTask?> TakeAsync(Capture capture, ImmutableArray<ImmutableArray<Fact>> facts)
    {
        var permits = Math.Max(1, facts.Sum(f => Math.Max(1, f.Length)));
        var room = _room.AttemptAcquire(Math.Min(permits, options.Value.FactsInFlight));
        if (!room.IsAcquired && options.Value.PatienceSeconds > 0)
        {
            room.Dispose();
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.PatienceSeconds), time);
            try
            {
                room = await _room.AcquireAsync(Math.Min(permits, options.Value.FactsInFlight), patience.Token);
            }
            catch (OperationCanceledException) when (patience.IsCancellationRequested)
            {
                return null;
            }
        }

        if (!room.IsAcquired)
        {
            room.Dispose();
            return null;
        }

        var task = new CaptureTask(capture, facts, room);
        if (!_waiting.Writer.TryWrite(task))
        {
            task.Fail();
        }

        return task;
    }

    public override void Dispose()
    {
        _room.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.WhenAll(CommitAllAsync(stoppingToken), follow.RunAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops: what is committed is followed by the next one.
        }
        finally
        {
            _waiting.Writer.TryComplete();
            while (_waiting.Reader.TryRead(out var left))
            {
                left.Fail();
            }
        }
    }

    private async Task CommitAllAsync(CancellationToken stoppingToken)
    {
        var group = new List<CaptureTask>();
        while (await _waiting.Reader.WaitToReadAsync(stoppingToken))
        {
            var events = 0;
            while (events < EventsTogether && _waiting.Reader.TryRead(out var task))
            {
                group.Add(task);
                events += task.Capture.Events.Length;
            }

            await CommitAsync(group);
            group.Clear();
        }
    }

    private async Task CommitAsync(List<CaptureTask> group)
    {
        try
        {
            var outcomes = await StoreAsync([.. group.Select(t => t.Capture)]);
            for (var i = 0; i < group.Count; i++)
            {
                group[i].Commit(outcomes[i]);
                follow.Add(group[i]);
            }
        }
        catch (JournalUnavailableException exception)
        {
            NotCommitted(exception, group.Count);
            group.ForEach(t => t.Fail());
        }
        catch (Exception exception) when (exception is not OutOfMemoryException && group.Count > 1)
        {
            // One of them cannot be kept: each by itself, so that it harms no neighbour.
            foreach (var task in group)
            {
                await CommitAsync([task]);
            }
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            NotKept(exception);
            group[0].Fail();
        }
    }

    private async Task<ImmutableArray<CaptureOutcome>> StoreAsync(Capture[] captures)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await store.CaptureAsync(captures, again: attempt > 1, CancellationToken.None);
            }
            catch (JournalUnavailableException) when (attempt < Attempts)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(options.Value.RetryMilliseconds << attempt), time);
            }
        }
    }

    [LoggerMessage(4601, LogLevel.Warning, "{Captures} captures of EPCIS could not be committed; they were answered busy.")]
    private partial void NotCommitted(Exception exception, int captures);

    [LoggerMessage(4602, LogLevel.Error, "A capture of EPCIS cannot be kept.")]
    private partial void NotKept(Exception exception);
}
