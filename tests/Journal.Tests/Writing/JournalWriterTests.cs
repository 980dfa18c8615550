using Microsoft.Extensions.Logging.Abstractions;
using Tracking.Domain.Sellers;
using Tracking.Journal.Sqlite;
using Tracking.Journal.Writing;
using static Tracking.Journal.Tests.World;

namespace Tracking.Journal.Tests.Writing;

/// <summary>The group commit, in front of a store that fails on demand.</summary>
public sealed class JournalWriterTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("journal-").FullName;
    private readonly IJournalStore sqlite;
    private readonly FaultyStore store;

    public JournalWriterTests()
    {
        sqlite = new SqliteStore(folder, TimeProvider.System, NullLogger<SqliteStore>.Instance);
        store = new FaultyStore(sqlite);
    }

    public async Task InitializeAsync() => await store.MigrateAsync(default);

    public Task DisposeAsync()
    {
        ((SqliteStore)sqlite).Dispose();
        Directory.Delete(folder, recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task What_queues_during_a_commit_is_the_next_batch_sorted_by_stream()
    {
        var gate = CloseGate();
        await using var writer = await StartAsync();
        var first = writer.AppendAsync(First("1Z0")).AsTask();
        await store.Batches.UntilAsync(1);
        var rest = Enumerable.Range(1, 50).Select(index => First($"1Z{index}")).Reverse().Select(append => writer.AppendAsync(append).AsTask()).ToArray();
        gate.SetResult();

        Assert.All(await Task.WhenAll([first, .. rest]), result => Assert.Equal(AppendResult.Committed, result));
        Assert.Equal([1, 50], store.Batches.Select(batch => batch.Count));
        var streams = store.Batches.Last().Select(append => append.Stream).ToArray();
        Assert.Equal(streams.Order(), streams);
    }

    [Fact]
    public async Task A_batch_is_bounded_by_appends_and_by_events()
    {
        var gate = CloseGate();
        await using var writer = await StartAsync(options =>
        {
            options.LargestBatch = 10;
            options.LargestBatchEvents = 12;
        });
        var first = First("1Z0");
        var appends = new List<Task<AppendResult>> { writer.AppendAsync(first).AsTask() };
        await store.Batches.UntilAsync(1);
        appends.AddRange(Enumerable.Range(1, 15).Select(index => writer.AppendAsync(First($"1Z{index}")).AsTask()));
        appends.Add(writer.AppendAsync(After(first, scans: 40)).AsTask());
        gate.SetResult();
        await Task.WhenAll(appends);
        Assert.Equal([1, 10, 5, 1], store.Batches.Select(batch => batch.Count));
    }

    [Fact]
    public async Task Two_appends_of_one_stream_are_never_under_way_together()
    {
        await using var writer = await StartAsync(options => options.Writers = 4);
        var first = First("1Z0");
        await writer.AppendAsync(first);
        var rivals = Enumerable.Range(0, 200).Select(_ => writer.AppendAsync(After(first)).AsTask());
        var others = Enumerable.Range(1, 200).Select(index => writer.AppendAsync(First($"1Z{index}")).AsTask());
        var results = await Task.WhenAll([.. rivals, .. others]);
        Assert.Equal(201, results.Count(result => result == AppendResult.Committed));
        Assert.Empty(store.Overlaps);
        Assert.Equal(2, (await writer.LoadAsync(first.Number)).Version);
    }

    [Fact]
    public async Task A_full_queue_makes_callers_wait_and_a_caller_may_give_up()
    {
        var gate = CloseGate();
        await using var writer = await StartAsync(options => options.QueueCapacity = 5);
        var taken = new List<Task<AppendResult>> { writer.AppendAsync(First("1Z0")).AsTask() };
        await store.Batches.UntilAsync(1);
        taken.AddRange(Enumerable.Range(1, 5).Select(index => writer.AppendAsync(First($"1Z{index}")).AsTask()));
        Assert.Equal(5, writer.Queued);

        using var patience = new CancellationTokenSource();
        var late = writer.AppendAsync(First("LATE"), patience.Token).AsTask();
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => late);
        gate.SetResult();
        await Task.WhenAll(taken);
        Assert.Equal(0, (await writer.LoadAsync(Number("LATE"))).Version);
    }

    [Fact]
    public async Task A_poisoned_append_fails_alone()
    {
        var gate = CloseGate();
        store.BeforeCommit = batch => batch.Any(append => append.Number.Number == "1Z13") ? new InvalidOperationException("poison") : null;
        await using var writer = await StartAsync();
        var first = writer.AppendAsync(First("FIRST")).AsTask();
        await store.Batches.UntilAsync(1);
        var appends = Enumerable.Range(0, 32).Select(index => writer.AppendAsync(First($"1Z{index}")).AsTask()).ToArray();
        gate.SetResult();
        await first;

        for (var index = 0; index < appends.Length; index++)
        {
            if (index == 13)
            {
                await Assert.ThrowsAsync<AppendRefusedException>(() => appends[13]);
            }
            else
            {
                Assert.Equal(AppendResult.Committed, await appends[index]);
            }
        }

        Assert.Equal(32, (await store.ReadCountsAsync(Tally.All, default)).Shipments);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_unknown_outcome_is_sent_again_and_nothing_is_doubled(bool committed)
    {
        var faults = 3;
        Exception? Fault(IReadOnlyList<Append> batch) => faults-- > 0 ? new JournalUnavailableException("gone", new IOException()) : null;
        if (committed)
        {
            store.AfterCommit = Fault;
        }
        else
        {
            store.BeforeCommit = Fault;
        }

        await using var writer = await StartAsync();
        var first = First("1Z1");
        var append = writer.AppendAsync(first).AsTask();
        Assert.Equal(AppendResult.Committed, await append);
        Assert.Equal(4, store.Batches.Count);
        Assert.All(store.Batches, batch => Assert.Equal(first.AppendId, Assert.Single(batch).AppendId));
        Assert.Equal(1, (await store.ReadCountsAsync(Tally.All, default)).Facts);
    }

    [Fact]
    public async Task An_outage_is_given_back_after_its_time_and_later_batches_at_once_until_it_ends()
    {
        var down = true;
        store.BeforeCommit = _ => down ? new JournalUnavailableException("gone", new IOException()) : null;
        await using var writer = await StartAsync(options => options.RetryFor = TimeSpan.FromMilliseconds(100));
        var first = First("1Z1");
        var append = writer.AppendAsync(first).AsTask();
        await Assert.ThrowsAsync<JournalUnavailableException>(() => append);

        var tries = store.Batches.Count;
        await Assert.ThrowsAsync<JournalUnavailableException>(async () => await writer.AppendAsync(First("1Z2")));
        Assert.Equal(tries + 1, store.Batches.Count);

        down = false;
        Assert.Equal(AppendResult.Committed, await writer.AppendAsync(first));
        Assert.Equal(AppendResult.Committed, await writer.AppendAsync(After(first)));
    }

    [Fact]
    public async Task Everything_handed_in_is_written_before_the_end_and_nothing_is_taken_in_after_it()
    {
        var gate = CloseGate();
        var writer = await StartAsync(options => options.LargestBatch = 7);
        var appends = Enumerable.Range(0, 100).Select(index => writer.AppendAsync(First($"1Z{index}")).AsTask()).ToArray();
        var end = writer.DisposeAsync().AsTask();
        await Assert.ThrowsAsync<JournalUnavailableException>(async () => await writer.AppendAsync(First("LATE")));
        gate.SetResult();
        await end;
        Assert.All(appends, append => Assert.True(append.IsCompletedSuccessfully));
        Assert.Equal(100, (await store.ReadCountsAsync(Tally.All, default)).Shipments);
        await Assert.ThrowsAsync<JournalUnavailableException>(async () => await writer.LoadAsync(Number("1Z1")));
    }

    [Fact]
    public async Task Cold_streams_are_read_together_and_one_that_cannot_be_read_fails_alone()
    {
        await using var writer = await StartAsync(options => options.Loaders = 1);
        await Task.WhenAll(Enumerable.Range(0, 300).Select(index => writer.AppendAsync(First($"1Z{index}")).AsTask()));
        var loads = Enumerable.Range(0, 300).Select(index => writer.LoadAsync(Number($"1Z{index}")).AsTask()).ToArray();
        var unreadable = writer.LoadAsync(Number("UNREADABLE")).AsTask();
        var same = await Task.WhenAll(writer.LoadAsync(Number("1Z7")).AsTask(), writer.LoadAsync(Number("1Z7")).AsTask());
        Assert.All(await Task.WhenAll(loads), stream => Assert.Equal(1, stream.Version));
        Assert.All(same, stream => Assert.Equal(1, stream.Version));
        await Assert.ThrowsAsync<InvalidDataException>(() => unreadable);
        Assert.True(store.Loads.Count < 100, $"{store.Loads.Count} queries for 300 streams");
    }

    private async Task<JournalWriter> StartAsync(Action<JournalOptions>? configure = null)
    {
        var options = new JournalOptions();
        configure?.Invoke(options);
        var writer = new JournalWriter(store, options, TimeProvider.System, NullLogger<JournalWriter>.Instance);
        await writer.StartAsync();
        return writer;
    }

    private TaskCompletionSource CloseGate()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        store.Gate = () => gate.Task;
        return gate;
    }
}
