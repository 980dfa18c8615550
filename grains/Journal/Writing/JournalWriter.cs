using System.Runtime.ExceptionServices;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Tracking.Contracts.Identifiers;

namespace Tracking.Journal.Writing;

/// <summary>
/// The journal of one silo: group commit of appends, and reads of cold streams in batches. A batch is what was handed in
/// during the commit before it; nobody waits for a timer. Start it before grains run and dispose it after the last one
/// has gone: it writes everything that was handed in.
/// </summary>
public sealed class JournalWriter : IJournal, IAsyncDisposable
{
    private readonly IJournalStore store;
    private readonly JournalOptions options;
    private readonly TimeProvider time;
    private readonly ILogger<JournalWriter> logger;
    private readonly Channel<PendingAppend> queue;
    private readonly StreamClaims claims = new();
    private readonly StreamLoader loader;
    private readonly JournalMetrics metrics;
    private readonly int firstSlot;
    private Task[] loops = [];
    private int started;
    private int disposed;

    /// <summary>Makes a writer that is not started yet.</summary>
    /// <param name="store">Where to.</param>
    /// <param name="options">Bounds.</param>
    /// <param name="time">The clock of back-off and metrics.</param>
    /// <param name="logger">Log.</param>
    public JournalWriter(IJournalStore store, JournalOptions options, TimeProvider time, ILogger<JournalWriter> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.store = store;
        this.options = options;
        this.time = time;
        this.logger = logger;
        queue = Channel.CreateBounded<PendingAppend>(options.QueueCapacity);
        metrics = new JournalMetrics(() => Queued, () => loader!.Queued);
        loader = new StreamLoader(store, options, logger) { Loaded = metrics.Loaded };
        firstSlot = TallySlots.First(options.FirstTallySlot);
    }

    /// <summary>Appends that wait: what the door looks at before it pushes back.</summary>
    public int Queued => queue.Reader.Count + claims.Waiting;

    /// <summary>How many may wait.</summary>
    public int Capacity => options.QueueCapacity;

    /// <summary>Brings the schema up to date and starts writing. Further calls do nothing.</summary>
    /// <param name="cancellationToken">Gives up waiting for the schema.</param>
    /// <exception cref="JournalUnavailableException">The store cannot be reached.</exception>
    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref started, 1) == 1)
        {
            return;
        }

        await store.MigrateAsync(cancellationToken);
        var writers = options.EffectiveWriters;
        loops = [.. Enumerable.Range(0, writers).Select(loop => Task.Run(() => RunAsync((firstSlot + loop) % TallySlots.Count)))];
        loader.Start();
        logger.Started(writers, options.LargestBatch);
    }

    /// <inheritdoc/>
    public async ValueTask<AppendResult> AppendAsync(Append append, CancellationToken cancellationToken = default)
    {
        var group = new PendingGroup(1);
        await HandInAsync(append, group, 0, cancellationToken);
        var outcome = (await group.Outcomes)[0];
        if (outcome.Error is { } error)
        {
            ExceptionDispatchInfo.Throw(error);
        }

        return outcome.Result;
    }

    /// <inheritdoc/>
    public async Task<AppendOutcome[]> AppendAllAsync(IReadOnlyList<Append> appends)
    {
        ArgumentNullException.ThrowIfNull(appends);
        if (appends.Count == 0)
        {
            return [];
        }

        var group = new PendingGroup(appends.Count);
        for (var place = 0; place < appends.Count; place++)
        {
            try
            {
                await HandInAsync(appends[place], group, place, CancellationToken.None);
            }
            catch (JournalUnavailableException error)
            {
                group.Settle(place, new AppendOutcome(default, error));
            }
        }

        return await group.Outcomes;
    }

    /// <inheritdoc/>
    public async ValueTask<LoadedStream> LoadAsync(ShipmentNumber number, CancellationToken cancellationToken = default)
    {
        try
        {
            return await loader.LoadAsync(number, cancellationToken);
        }
        catch (ChannelClosedException error)
        {
            throw Closed(error);
        }
    }

    /// <summary>Takes in no more, writes what was handed in, and ends; while the store cannot be reached, at most for the time of retries.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, 1) == 1)
        {
            return;
        }

        queue.Writer.TryComplete();
        await Task.WhenAll(loops);
        while (queue.Reader.TryRead(out var never))
        {
            never.Fail(Closed(new InvalidOperationException("The journal was never started.")));
        }

        await loader.DisposeAsync();
        metrics.Dispose();
        logger.Drained();
    }

    private async ValueTask HandInAsync(Append append, PendingGroup group, int place, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(append);
        if (append.Events.IsDefaultOrEmpty)
        {
            throw new ArgumentException("An append without events says nothing.", nameof(append));
        }

        var pending = new PendingAppend(append, group, place);
        if (queue.Writer.TryWrite(pending))
        {
            return;
        }

        try
        {
            await queue.Writer.WriteAsync(pending, cancellationToken);
        }
        catch (ChannelClosedException error)
        {
            throw Closed(error);
        }
    }

    private static JournalUnavailableException Closed(Exception error) => new("The journal is shutting down.", error);

    private async Task RunAsync(int slot)
    {
        var committer = new BatchCommitter(store, options, slot, metrics, time, logger);
        var next = new Queue<PendingAppend>();
        while (next.Count > 0 || await queue.Reader.WaitToReadAsync())
        {
            var batch = Take(next);
            if (batch.Count == 0)
            {
                // The other writer was faster, or has all the streams that are asked for.
                if (claims.Waiting >= options.LargestBatch)
                {
                    await claims.NextReleaseAsync();
                }

                continue;
            }

            // One order for all batches of all silos: two that touch the same rows cannot lock each other out.
            batch.Sort(static (left, right) => left.Append.Stream.CompareTo(right.Append.Stream));
            await committer.CommitAsync(batch);
            claims.Release(batch, next);
        }
    }

    private List<PendingAppend> Take(Queue<PendingAppend> next)
    {
        var batch = new List<PendingAppend>(Math.Min(options.LargestBatch, next.Count + queue.Reader.Count));
        var events = 0;
        while (batch.Count < options.LargestBatch)
        {
            if (!next.TryPeek(out var pending))
            {
                // Appends that wait for their stream have left the queue; they are bounded by not reading on.
                if (claims.Waiting >= options.LargestBatch || !queue.Reader.TryRead(out pending))
                {
                    break;
                }

                if (!claims.TryClaim(pending))
                {
                    continue;
                }

                next.Enqueue(pending);
            }

            events += pending.Append.Events.Length;
            if (events > options.LargestBatchEvents && batch.Count > 0)
            {
                break;
            }

            batch.Add(next.Dequeue());
        }

        return batch;
    }
}
