using Tracking.Domain.Shipments.Events;
using static Tracking.Journal.Tests.World;

namespace Tracking.Journal.Tests.Stores;

public abstract partial class StoreTests
{
    private protected async Task<List<FeedEvent>> ReadToEnd(FeedCursor from, bool notableOnly = false, int page = 1000)
    {
        List<FeedEvent> all = [];
        for (; ; )
        {
            var read = await Store.ReadFeedAsync(from, notableOnly, page, default);
            all.AddRange(read.Events);
            if (read.Events.Length < page)
            {
                return all;
            }

            from = read.Next;
        }
    }

    private protected static string Name(FeedEvent value) => ((FactEvent)value.Event).Fact.Id!;

    [Fact]
    public async Task The_feed_gives_every_event_in_order_on_pages_of_any_size()
    {
        var (left, right) = (First("1Z1"), First("1Z2"));
        await Commit(left, right);
        await Commit(After(left, scans: 3), After(right, scans: 2));
        await Commit(First("1Z3"));

        var whole = await ReadToEnd(FeedCursor.Start);
        Assert.Equal(["1Z1-1", "1Z2-1", "1Z1-2", "1Z1-3", "1Z1-4", "1Z2-2", "1Z2-3", "1Z3-1"], whole.Select(Name));
        Assert.Equal([1, 1, 2, 3, 4, 2, 3, 1], whole.Select(value => value.Version));
        Assert.Equal("ups/1Z3", whole[^1].Number.ToString());
        foreach (var page in new[] { 1, 2, 3, 7, 8, 9 })
        {
            Assert.Equal(whole.Select(Name), (await ReadToEnd(FeedCursor.Start, page: page)).Select(Name));
        }

        for (var index = 0; index < whole.Count; index++)
        {
            Assert.Equal(whole.Skip(index + 1).Select(Name), (await ReadToEnd(whole[index].Position)).Select(Name));
        }
    }

    [Fact]
    public async Task The_feeds_end_is_before_whatever_is_committed_later()
    {
        await Commit(First("1Z1"));
        var end = await Store.ReadEndAsync(default);
        var empty = await Store.ReadFeedAsync(end, false, 10, default);
        Assert.Empty(empty.Events);
        await Commit(First("1Z2"));
        Assert.Equal(["1Z2-1"], (await ReadToEnd(end)).Select(Name));
        Assert.Equal(["1Z2-1"], (await ReadToEnd(empty.Next)).Select(Name));
    }

    [Fact]
    public async Task The_notable_feed_leaves_out_the_rest_and_moves_on_over_it()
    {
        var quiet = First("1Z1");
        var loud = First("1Z2", new() { OpenHolds = 1 });
        await Commit(quiet, loud);
        await Commit(After(quiet));
        Assert.Equal(["1Z2-1"], (await ReadToEnd(FeedCursor.Start, notableOnly: true)).Select(Name));

        // A reader of notable changes alone must not read the same quiet stretch again and again.
        var next = (await Store.ReadFeedAsync(FeedCursor.Start, true, 10, default)).Next;
        Assert.Empty((await Store.ReadFeedAsync(next, false, 10, default)).Events);
    }

    [Theory]
    [InlineData("rubbish")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\u00e4")]
    public async Task A_cursor_that_this_journal_did_not_make_is_lost(string text)
    {
        await Commit(First("1Z1"));
        await Assert.ThrowsAsync<FeedLostException>(async () => await Store.ReadFeedAsync(new(text), false, 10, default));
    }

    [Fact]
    public async Task A_reader_beside_many_writers_sees_every_event_once_and_each_stream_in_order()
    {
        const int Writers = 4, Batches = 25, Streams = 5;
        using var done = new CancellationTokenSource();
        var reading = Task.Run(async () =>
        {
            var (seen, cursor) = (new List<FeedEvent>(), FeedCursor.Start);
            for (var last = false; ;)
            {
                var page = await Store.ReadFeedAsync(cursor, false, 64, default);
                seen.AddRange(page.Events);
                cursor = page.Next;
                if (page.Events.Length == 0)
                {
                    if (last)
                    {
                        return seen;
                    }

                    last = done.IsCancellationRequested;
                }
            }
        });
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            var heads = Enumerable.Range(0, Streams).Select(stream => First($"W{writer}S{stream}")).ToArray();
            for (var batch = 0; batch < Batches; batch++)
            {
                Assert.All(await Store.CommitAsync(heads, writer, default), result => Assert.Equal(AppendResult.Committed, result));
                heads = [.. heads.Select(append => After(append, scans: 2))];
            }
        })));
        await done.CancelAsync();

        var seen = await reading;
        Assert.Equal(Writers * Streams * (1 + (2 * (Batches - 1))), seen.Count);
        Assert.All(seen.GroupBy(value => value.Number), stream =>
            Assert.Equal(Enumerable.Range(1, stream.Count()), stream.Select(value => value.Version)));
    }
}
