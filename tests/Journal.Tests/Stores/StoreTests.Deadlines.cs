using Tracking.Contracts.Live;
using Tracking.Journal.Deadlines;
using static Tracking.Journal.Tests.World;

namespace Tracking.Journal.Tests.Stores;

public abstract partial class StoreTests
{
    private static readonly ImmutableArray<int> AllBuckets = [.. Enumerable.Range(0, IDeadlineStore.Buckets)];

    [Fact]
    public async Task Deadlines_are_written_with_their_append_and_found_when_they_are_due()
    {
        var first = First("1Z1");
        await Commit(first with { Deadlines = [Deadline("1Z1", "us.decide", endsAt: 500, wakeAt: 100), Deadline("1Z1", "us.notice", endsAt: 900, wakeAt: 300)] });

        Assert.Empty(await Due(99));
        Assert.Equal([100L], (await Due(100)).Select(d => d.WakeAt));
        Assert.Equal([(0, 100L), (1, 300L)], (await Due(400)).Select(d => (d.Ordinal, d.WakeAt)));
        Assert.All(await Due(400), d => Assert.Equal((Number("1Z1"), first.Stream), (d.Number, d.Stream)));

        await Commit(After(first) with { Deadlines = [Deadline("1Z1", "us.notice", endsAt: 900, wakeAt: null)] });
        Assert.Empty(await Due(long.MaxValue));
        Assert.Equal("us.notice", Assert.Single((await Store.Deadlines.ListAsync(null, 10, default)).Rows).Clock);
    }

    [Fact]
    public async Task An_append_that_says_nothing_of_deadlines_leaves_them_and_one_that_has_none_takes_them_away()
    {
        var first = First("1Z1") with { Deadlines = [Deadline("1Z1", "us.decide", 500, 100)] };
        await Commit(first);
        var scan = After(first);
        await Commit(scan);
        Assert.Single(await Due(100));

        await Commit(After(scan) with { Deadlines = [] });
        Assert.Empty(await Due(100));
    }

    [Fact]
    public async Task An_append_that_loses_changes_no_deadline()
    {
        var first = First("1Z1");
        await Commit(first);
        await Commit(After(first));
        Assert.Equal(AppendResult.Conflict, await Commit(Rival(After(first)) with { Deadlines = [Deadline("1Z1", "us.decide", 500, 100)] }));
        Assert.Empty(await Due(100));
    }

    [Fact]
    public async Task Each_bucket_has_its_own_and_all_together_have_each_once()
    {
        for (var i = 0; i < 40; i++)
        {
            await Commit(First($"1Z{i}") with { Deadlines = [Deadline($"1Z{i}", "us.decide", 500, 100 + i)] });
        }

        var byBucket = new List<DueDeadline>();
        foreach (var bucket in AllBuckets)
        {
            byBucket.AddRange(await Store.Deadlines.FindDueAsync(1_000, [bucket], null, 100, default));
        }

        Assert.Equal((await Due(1_000)).OrderBy(d => d.Stream), byBucket.OrderBy(d => d.Stream));
        Assert.Equal(40, byBucket.Count);
        Assert.Empty(await Store.Deadlines.FindDueAsync(1_000, [], null, 100, default));
    }

    [Fact]
    public async Task Due_deadlines_and_the_queue_come_in_pages_none_left_out_and_none_twice()
    {
        for (var i = 0; i < 7; i++)
        {
            await Commit(First($"1Z{i}") with { Deadlines = [Deadline($"1Z{i}", "us.decide", 500, 100), Deadline($"1Z{i}", "us.notice", 400, 100)] });
        }

        var due = new List<DueDeadline>();
        for (var page = await Store.Deadlines.FindDueAsync(100, AllBuckets, null, 4, default); !page.IsEmpty; page = await Store.Deadlines.FindDueAsync(100, AllBuckets, due[^1], 4, default))
        {
            due.AddRange(page);
        }

        Assert.Equal(14, due.Distinct().Count());
        Assert.Equal(14, due.Count);

        var rows = new List<DeadlineRow>();
        string? next = null;
        do
        {
            var page = await Store.Deadlines.ListAsync(next, 4, default);
            rows.AddRange(page.Rows);
            next = page.Next;
        }
        while (next is not null);

        Assert.Equal(14, rows.Distinct().Count());
        Assert.Equal(rows.Select(r => r.EndsAt).Order(), rows.Select(r => r.EndsAt));
        await Assert.ThrowsAsync<FormatException>(async () => await Store.Deadlines.ListAsync("nobody gave this", 4, default));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await Store.Deadlines.ListAsync(null, 501, default));
    }

    private async Task<ImmutableArray<DueDeadline>> Due(long now) => await Store.Deadlines.FindDueAsync(now, AllBuckets, null, 100, default);

    private static DeadlineRow Deadline(string number, string clock, long endsAt, long? wakeAt) => new()
    {
        Carrier = "ups",
        Number = number,
        Authority = "us-cbp",
        Hold = "1H-1",
        Clock = clock,
        Title = "decide to release or to detain",
        State = "running",
        LastDay = "2026-06-08",
        EndsAt = endsAt,
        WakeAt = wakeAt,
        Zone = "America/New_York",
        Turn = "customs",
        Effect = "considered detained",
        Citation = "19 CFR 151.16(b)",
    };
}
