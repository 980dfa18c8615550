using Tracking.Contracts.Facts;
using Tracking.Domain.Sellers;
using static Tracking.Journal.Tests.World;

namespace Tracking.Journal.Tests.Stores;

public abstract partial class StoreTests
{
    [Fact]
    public async Task A_stream_is_read_back_as_it_was_appended()
    {
        var first = First("1Z1");
        var second = After(first, scans: 3);
        Assert.Equal(AppendResult.Committed, await Commit(first));
        Assert.Equal(AppendResult.Committed, await Commit(second));

        var stream = await Load(first.Number);
        Assert.Equal((first.Stream, 1, 4), (stream.Stream, stream.Life, stream.Version));
        Assert.Equal(["1Z1-1", "1Z1-2", "1Z1-3", "1Z1-4"], Ids(stream));
    }

    [Fact]
    public async Task A_stale_append_adds_none_of_its_events()
    {
        var first = First("1Z1");
        await Commit(first);
        var winner = After(first);
        var loser = After(first, scans: 3);
        Assert.Equal(AppendResult.Committed, await Commit(winner));
        Assert.Equal(AppendResult.Conflict, await Commit(loser));
        Assert.Equal(2, (await Load(first.Number)).Version);
        Assert.Equal(2, (await Store.ReadCountsAsync(Tally.All, default)).Facts);
    }

    [Fact]
    public async Task Of_two_writers_at_one_version_one_wins()
    {
        var first = First("1Z1");
        await Commit(first);
        var rivals = Enumerable.Range(0, 8).Select(_ => After(first, scans: 2)).ToArray();
        var results = await Task.WhenAll(rivals.Select((append, slot) => Store.CommitAsync([append], slot, default).AsTask()));
        Assert.Single(results, result => result[0] == AppendResult.Committed);
        Assert.Equal(3, (await Load(first.Number)).Version);
        Assert.Equal(3, (await Store.ReadCountsAsync(Tally.All, default)).Facts);
    }

    [Fact]
    public async Task The_first_appends_of_one_number_race_and_the_loser_finds_the_winners_stream()
    {
        var rivals = Enumerable.Range(0, 8).Select(_ => First("1Z1")).ToArray();
        var results = await Task.WhenAll(rivals.Select((append, slot) => Store.CommitAsync([append], slot, default).AsTask()));
        var winner = rivals[Assert.Single(Enumerable.Range(0, 8), index => results[index][0] == AppendResult.Committed)];
        Assert.Equal(winner.Stream, (await Load(winner.Number)).Stream);
        Assert.Equal(1, (await Store.ReadCountsAsync(Tally.All, default)).Shipments);
    }

    [Fact]
    public async Task An_append_sent_again_is_committed_and_not_doubled()
    {
        var first = First("1Z1");
        Assert.Equal(AppendResult.Committed, await Commit(first));
        Assert.Equal(AppendResult.Committed, await Commit(first));
        var second = After(first, scans: 2);
        Assert.Equal(AppendResult.Committed, await Commit(second));
        Assert.Equal(AppendResult.Committed, await Commit(second));
        Assert.Equal(3, (await Load(first.Number)).Version);
        Assert.Equal(3, (await Store.ReadCountsAsync(Tally.All, default)).Facts);
    }

    [Fact]
    public async Task An_append_sent_again_after_later_events_followed_is_committed_and_changes_nothing()
    {
        var first = First("1Z1");
        var held = After(first, first.Head with { OpenHolds = 1 }) with { Holds = [Hold(first.Number, "h1", DateTimeOffset.UnixEpoch)] };
        var lifted = After(held, held.Head with { OpenHolds = 0 }) with { Holds = [] };
        await Commit(first);
        await Commit(held);
        await Commit(lifted);

        Assert.Equal(AppendResult.Committed, await Commit(held));
        Assert.Empty((await Store.ListHoldsAsync(null, 10, default)).Rows);
        Assert.Empty(await Numbers(Everything with { Held = true }));
        Assert.Equal(0, (await Store.ReadCountsAsync(Tally.All, default)).Held);
        Assert.Equal(3, (await Load(first.Number)).Version);
    }

    [Fact]
    public async Task A_conflict_harms_no_neighbour_in_its_batch()
    {
        var old = First("1Z1");
        await Commit(old);
        await Commit(After(old));
        var stale = After(old) with { Holds = [Hold(old.Number, "h9", DateTimeOffset.UnixEpoch)] };
        var taken = First("1Z1");
        var (left, right) = (First("1Z0"), First("1Z2"));
        var batch = new[] { left, stale, taken, right }.OrderBy(append => append.Stream).ToArray();

        var results = await Commit(batch);

        Assert.Equal(
            batch.Select(append => append == left || append == right ? AppendResult.Committed : AppendResult.Conflict),
            results);
        Assert.Equal(2, (await Load(old.Number)).Version);
        Assert.Equal(1, (await Load(left.Number)).Version);
        Assert.Equal(1, (await Load(right.Number)).Version);
        Assert.Equal(3, (await Store.ReadCountsAsync(Tally.All, default)).Shipments);
        Assert.Empty((await Store.ListHoldsAsync(null, 10, default)).Rows);
    }

    [Fact]
    public async Task A_number_never_seen_is_an_empty_stream_and_many_are_read_at_once_in_the_order_asked()
    {
        var appends = Enumerable.Range(0, 50).Select(index => First($"1Z{index:000}")).ToArray();
        await Commit(appends);
        await Commit([.. appends.Where((_, index) => index % 2 == 0).Select(append => After(append, scans: 2))]);

        var asked = appends.Select(append => append.Number).Reverse().Append(Number("NEVER")).ToArray();
        var streams = await Store.LoadAsync(asked, default);

        Assert.Equal(asked, streams.Select(stream => stream.Number));
        Assert.Equal((Guid.Empty, 0), (streams[^1].Stream, streams[^1].Version));
        Assert.All(streams.SkipLast(1), stream => Assert.Equal(
            Enumerable.Range(1, int.Parse(stream.Number.Number[2..]) % 2 == 0 ? 3 : 1).Select(version => $"{stream.Number.Number}-{version}"),
            Ids(stream)));
    }

    [Fact]
    public async Task The_latest_life_of_a_number_is_read()
    {
        var first = First("1Z1");
        await Commit(first);
        var again = First("1Z1") with { Life = 2 };
        Assert.Equal(AppendResult.Committed, await Commit(again));
        var stream = await Load(first.Number);
        Assert.Equal((again.Stream, 2), (stream.Stream, stream.Life));
    }

    [Fact]
    public async Task Parties_lie_beside_the_stream_and_the_first_record_stays()
    {
        var reference = Guid.NewGuid();
        var details = new PartyDetails { Name = "José Silva", Address = "Rua 1", Phone = "+55 11" };
        var first = First("1Z1") with { Parties = [new(reference, details)] };
        await Commit(first);
        await Commit(After(first) with { Parties = [new(reference, details with { Name = "X" })] });
        var read = await Store.ReadPartiesAsync([reference, Guid.NewGuid()], default);
        Assert.Equal(details, Assert.Single(read).Value);
    }

    [Fact]
    public async Task Nothing_is_committed_of_a_batch_that_fails()
    {
        var good = First("1Z1");
        var poisoned = First("1Z2") with { Events = [new(1, false, null!)] };
        await Assert.ThrowsAnyAsync<Exception>(async () => await Commit(good, poisoned));
        Assert.Equal(0, (await Load(good.Number)).Version);
        Assert.Equal(default, await Store.ReadCountsAsync(Tally.All, default));
        Assert.Equal(AppendResult.Committed, await Commit(good));
    }
}
