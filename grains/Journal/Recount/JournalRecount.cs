using System.Collections.Concurrent;
using Tracking.Journal.Recount.Derived;
using Tracking.Journal.Snapshots;

namespace Tracking.Journal.Recount;

/// <summary>
/// Counts a whole journal anew: folds every stream as the product does and compares with all that is kept beside the
/// streams. Works on one consistent state, beside a running system; what it keeps in memory does not grow with the journal.
/// </summary>
public sealed class JournalRecount
{
    private readonly RecountRequest request;
    private readonly DifferenceLog log;
    private readonly FeedTotal feed;
    private readonly ImmutableArray<DerivedTotal> totals;
    private long streams;
    private long events;
    private long fed;
    private long expected;

    private JournalRecount(RecountRequest request)
    {
        this.request = request;
        log = new DifferenceLog(request.MostKept);
        feed = new FeedTotal(read => Report(0, 0, read));
        totals = [feed, new TallyTotal(), new OutboxTotal()];
    }

    /// <summary>Recounts a journal.</summary>
    /// <param name="request">What and how.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="JournalUnreadableException">There is no journal, or one of another version.</exception>
    /// <exception cref="JournalUnavailableException">The server or the file cannot be used now.</exception>
    public static async Task<RecountReport> RunAsync(RecountRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Readers, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(request.Readers, 16);
        await using var snapshot = await JournalSnapshot.OpenAsync(request.Journal, request.Readers + 1, cancellationToken);
        return await JournalSnapshot.UsingAsync(async () => await new JournalRecount(request).CountAsync(snapshot, cancellationToken));
    }

    private async Task<RecountReport> CountAsync(JournalSnapshot snapshot, CancellationToken cancellationToken)
    {
        var first = snapshot.Readers[0];
        expected = await first.NumberAsync("SELECT CAST(sum(version) AS bigint) FROM heads", cancellationToken);
        var ranges = new ConcurrentQueue<StreamRange>(await StreamRange.DivideAsync(first, cancellationToken));
        var work = snapshot.Readers.Skip(1).Select(reader => new StreamRecount(reader, request, totals, log, (read, of) => Report(read, of, 0))).ToList();

        // Whoever fails stops the others: nobody waits for half a recount.
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        List<Task> running = [RunAsync(() => ReadTotalsAsync(first, stopping.Token)), .. work.Select(part => RunAsync(() => ReadRangesAsync(part, ranges, stopping.Token)))];
        await Task.WhenAll(running);
        foreach (var total in totals)
        {
            total.Compare(log);
        }

        return new RecountReport(work.Sum(part => part.Streams), work.Sum(part => part.Events), work.Sum(part => part.Facts), feed.Walked, log.ToReport());

        // A thread of its own: SQLite blocks it.
        Task RunAsync(Func<Task> part) => Task.Run(
            async () =>
            {
                try
                {
                    await part();
                }
                catch
                {
                    await stopping.CancelAsync();
                    throw;
                }
            },
            CancellationToken.None);
    }

    private static async Task ReadRangesAsync(StreamRecount part, ConcurrentQueue<StreamRange> ranges, CancellationToken cancellationToken)
    {
        await part.PrepareAsync(cancellationToken);
        while (ranges.TryDequeue(out var range))
        {
            cancellationToken.ThrowIfCancellationRequested();
            await part.ReadAsync(range, cancellationToken);
        }
    }

    private async Task ReadTotalsAsync(SnapshotReader reader, CancellationToken cancellationToken)
    {
        foreach (var total in totals)
        {
            await total.ReadAsync(reader, log, cancellationToken);
        }
    }

    private void Report(int readStreams, int readEvents, int readFeed) => request.Progress?.Invoke(new RecountProgress(
        Interlocked.Add(ref streams, readStreams),
        Interlocked.Add(ref events, readEvents),
        Interlocked.Add(ref fed, readFeed),
        expected));
}
