using Tracking.Contracts.Statuses;
using Tracking.Domain.Shipments;
using static Tracking.Journal.Tests.World;

namespace Tracking.Journal.Tests.Stores;

public abstract partial class StoreTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_head_row_is_read_back_whole()
    {
        var head = new ShipmentHead
        {
            Status = TransportStatus.InTransitArrived,
            Customs = CustomsStatus.Selected,
            OpenHolds = 2,
            Violations = 1,
            Discrepancies = 3,
            Seller = "olist/s1",
            Place = "BRSAO",
            LastAt = 1_790_000_000_000_001,
            Origin = "CN",
            Destination = "BR",
        };
        await Commit(First("1Z1", head));
        var row = Assert.Single(await Store.ReadRowsAsync([Number("1Z1"), Number("1Z9")], default));
        Assert.Equal(
            new()
            {
                Carrier = "ups",
                Number = "1Z1",
                Version = 1,
                Status = head.Status,
                Customs = head.Customs,
                OpenHolds = 2,
                Violations = 1,
                Discrepancies = 3,
                Seller = head.Seller,
                Place = head.Place,
                LastAt = DateTimeOffset.UnixEpoch.AddTicks(head.LastAt * 10),
                Origin = "CN",
                Destination = "BR",
            },
            row);
    }

    [Fact]
    public async Task Lists_are_newest_first_by_every_filter()
    {
        var accepted = new ShipmentHead { Status = TransportStatus.AcceptedPickedUp };
        await Commit(
            First("1Z1", accepted with { Seller = "olist/a" }),
            First("1Z2", accepted with { OpenHolds = 1 }),
            First("1Z3", accepted with { Violations = 1, Status = TransportStatus.DeliveredLocker }),
            First("DHL4", accepted with { Seller = "olist/a", OpenHolds = 2 }, carrier: "dhl"),
            First("1ZP1", accepted with { BelongsTo = "1Z1" }));

        Assert.Equal(["DHL4", "1Z3", "1Z2", "1Z1"], await Numbers(Everything));
        Assert.Equal(["DHL4", "1Z2"], await Numbers(Everything with { Held = true }));
        Assert.Equal(["1Z3", "1Z1"], await Numbers(Everything with { Held = false }));
        Assert.Equal(["1Z3"], await Numbers(Everything with { Violated = true }));
        Assert.Equal(["DHL4", "1Z2", "1Z1"], await Numbers(Everything with { Violated = false }));
        Assert.Equal(["1Z3"], await Numbers(Everything with { Status = TransportStatus.Delivered }));
        Assert.Equal(["DHL4", "1Z2", "1Z1"], await Numbers(Everything with { Status = TransportStatus.AcceptedInducted }));
        Assert.Equal(["DHL4", "1Z1"], await Numbers(Everything with { Seller = "olist/a" }));
        Assert.Equal(["DHL4"], await Numbers(Everything with { Seller = "olist/a", Held = true }));
        Assert.Equal(["1Z3", "1Z2", "1Z1"], await Numbers(Everything with { Carrier = "ups" }));

        // A piece that belongs to a bill is not listed beside it, but who types its number finds it.
        Assert.Equal(["1ZP1", "1Z3", "1Z2", "1Z1"], await Numbers(Everything with { NumberPrefix = "1Z" }));
        Assert.Equal(["1ZP1"], await Numbers(Everything with { NumberPrefix = "1ZP" }));
        Assert.Empty(await Numbers(Everything with { NumberPrefix = "1Z", Carrier = "dhl" }));
    }

    [Fact]
    public async Task A_list_follows_the_head()
    {
        var first = First("1Z1");
        await Commit(first);
        var delivered = After(first, first.Head with { Status = TransportStatus.Delivered });
        await Commit(delivered);
        Assert.Empty(await Numbers(Everything with { Status = TransportStatus.Accepted }));
        Assert.Equal(["1Z1"], await Numbers(Everything with { Status = TransportStatus.Delivered }));
        await Commit(After(delivered, delivered.Head with { BelongsTo = "1Z0" }));
        Assert.Empty(await Numbers(Everything));
    }

    [Fact]
    public async Task Pages_join_without_gap_or_overlap_while_new_shipments_come()
    {
        await Commit([.. Enumerable.Range(0, 25).Select(index => First($"1Z{index:00}"))]);
        List<string> all = [];
        for (string? after = null; ;)
        {
            var page = await Store.ListShipmentsAsync(Everything with { After = after, Limit = 10 }, default);
            all.AddRange(page.Rows.Select(row => row.Number));
            await Commit(First($"NEW{all.Count}"));
            if ((after = page.Next) is null)
            {
                break;
            }
        }

        Assert.Equal(Enumerable.Range(0, 25).Reverse().Select(index => $"1Z{index:00}"), all);
        await Assert.ThrowsAsync<FormatException>(async () => await Store.ListShipmentsAsync(Everything with { After = "x" }, default));
    }

    [Fact]
    public async Task The_hold_queue_is_latest_first_and_follows_each_append()
    {
        var appends = Enumerable.Range(0, 6).Select(index =>
        {
            var first = First($"1Z{index}", new() { OpenHolds = 2 });
            return first with { Holds = [Hold(first.Number, "same", Noon.AddMinutes(index)), Hold(first.Number, "same", Noon)] };
        }).ToArray();
        await Commit(appends);
        var lifted = After(appends[5], appends[5].Head with { OpenHolds = 0 }) with { Holds = [] };
        var unchanged = After(appends[4]);
        await Commit(unchanged, lifted);

        var first = await Store.ListHoldsAsync(null, 3, default);
        Assert.Equal(10, first.Total);
        Assert.Equal(["1Z4", "1Z3", "1Z2"], first.Rows.Select(row => row.Number));
        Assert.Equal(appends[4].Holds[0], first.Rows[0]);
        List<string> rest = [];
        for (var after = first.Next; after is not null;)
        {
            var page = await Store.ListHoldsAsync(after, 2, default);
            rest.AddRange(page.Rows.Select(row => row.Number));
            after = page.Next;
        }

        Assert.Equal(["1Z1", "1Z4", "1Z3", "1Z2", "1Z1", "1Z0", "1Z0"], rest);
        Assert.Equal(
            ["1Z4", "1Z4", "1Z1", "1Z1"],
            (await Store.ReadHoldsAsync([Number("1Z4"), Number("1Z5"), Number("1Z1"), Number("1Z9")], default)).Select(row => row.Number));
    }

    [Fact]
    public async Task Bills_with_pending_links_are_found_once_they_have_waited()
    {
        var bill = First("1Z1", new() { LinksPending = true });
        await Commit(bill, First("1Z2"));
        Assert.Equal(bill.Number, Assert.Single(await Store.FindPendingLinksAsync(TimeSpan.Zero, 10, default)));
        Assert.Empty(await Store.FindPendingLinksAsync(TimeSpan.FromHours(1), 10, default));
        await Commit(After(bill, bill.Head with { LinksPending = false }));
        Assert.Empty(await Store.FindPendingLinksAsync(TimeSpan.Zero, 10, default));
    }

    [Fact]
    public async Task A_lease_is_the_last_runs_of_a_silo()
    {
        var (old, young) = (Guid.NewGuid(), Guid.NewGuid());
        Assert.Equal(LeaseAnswer.Revoked, await RenewAsync("s1", old));
        Assert.True(await Store.Leases.EnterAsync("s1", old, default));
        Assert.Equal(LeaseAnswer.Granted, await RenewAsync("s1", old));
        Assert.True(await Store.Leases.EnterAsync("s1", young, default));
        Assert.Equal(LeaseAnswer.Taken, await RenewAsync("s1", old));
        Assert.False(await Store.Leases.EnterAsync("s1", old, default));
        Assert.Equal(LeaseAnswer.Granted, await RenewAsync("s1", young));
        Assert.True(await Store.Leases.EnterAsync("s2", old, default));
        Assert.Equal(LeaseAnswer.Granted, await RenewAsync("s2", old));
        var many = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Store.Leases.EnterAsync("s3", Guid.NewGuid(), default).AsTask()));
        Assert.All(many, Assert.True);

        ValueTask<LeaseAnswer> RenewAsync(string silo, Guid incarnation) => Store.Leases.RenewAsync(silo, incarnation, 0, 0, default);
    }

    [Fact]
    public async Task Several_starters_bring_the_schema_up_to_date_together()
    {
        var starters = await OpenEmptyAsync(5);
        try
        {
            await Task.WhenAll(starters.Select(store => store.MigrateAsync(default).AsTask()));
            var first = First("1Z1");
            Assert.Equal(AppendResult.Committed, (await starters[0].CommitAsync([first], 0, default))[0]);
            await Task.WhenAll(starters.Select(store => store.MigrateAsync(default).AsTask()));
            foreach (var store in starters)
            {
                Assert.Equal(1, (await store.LoadAsync([first.Number], default))[0].Version);
            }
        }
        finally
        {
            foreach (var store in starters)
            {
                await CloseAsync(store);
            }
        }
    }
}
