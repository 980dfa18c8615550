using Tracking.Contracts.Clearance;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Orders;
using Tracking.Contracts.Shipments;
using Tracking.Contracts.Statuses;
using Tracking.Grains.Tests.Cluster;
using Tracking.Grains.Tests.Shipments;
using static Tracking.Grains.Tests.Orders.Standing;
using static Tracking.Grains.Tests.Shipments.Facts;

namespace Tracking.Grains.Tests.Orders;

/// <summary>A standing order counts everywhere from the moment at which its placing is answered.</summary>
public sealed class StandingOrderTests
{
    public static TheoryData<StoreKind> Stores => [StoreKind.Sqlite, StoreKind.Postgres];

    [Theory, MemberData(nameof(Stores))]
    public async Task An_order_on_a_seller_stops_warm_cold_and_future_parcels_on_both_silos_at_once_and_its_lift_frees_them(StoreKind store)
    {
        await using var cluster = await TrackingCluster.StartAsync(store);
        await ReleasedAsync(cluster, "WARM1", 0);
        await ReleasedAsync(cluster, "WARM2", 1);
        await ReleasedAsync(cluster, "OTHER", 0, seller: "honest");
        Assert.Equal(ClearanceVerdict.Go, await LeaveAsync(cluster, "WARM1", 1));

        var order = OnSeller("o1", "bad");
        await cluster.PlaceAsync(order);
        foreach (var silo in new[] { 0, 1 })
        {
            Assert.Equal(ClearanceVerdict.Stop, await LeaveAsync(cluster, "WARM1", silo));
            Assert.Equal(ClearanceVerdict.Stop, await LeaveAsync(cluster, "WARM2", silo));
            Assert.Equal(ClearanceVerdict.Go, await LeaveAsync(cluster, "OTHER", silo));
        }

        await ReleasedAsync(cluster, "FUTURE", 1);
        Assert.Equal(ClearanceVerdict.Stop, await LeaveAsync(cluster, "FUTURE", 0));
        Assert.Equal(new OrderSweep(3, 3, true), await cluster.SweptAsync(order));
        Assert.Equal(3, (await cluster.Store.ReadCountsAsync("market/bad", CancellationToken.None)).Held);
        var view = (await cluster.GrainOn<IShipmentGrain>(0, "dhl/WARM1").GetAsync(false))!;
        Assert.Equal(("us-cbp/o1", "counterfeit bags"), (view.Holds.Single().Order, view.Holds.Single().Reason));

        await cluster.ChangeAsync(order, OrderChangeKind.Lifted, silo: 1);
        foreach (var number in new[] { "WARM1", "WARM2", "FUTURE" })
        {
            Assert.Equal(ClearanceVerdict.Go, await LeaveAsync(cluster, number, 0));
        }

        Assert.Equal(new OrderSweep(3, 3, true), await cluster.SweptAsync(order));
        Assert.Equal(0, (await cluster.Store.ReadCountsAsync("market/bad", CancellationToken.None)).Held);
        Assert.NotNull((await cluster.GrainOn<IShipmentGrain>(0, "dhl/WARM1").GetAsync(false))!.Holds.Single().RemovedAt);
    }

    [Fact]
    public async Task A_hold_of_an_authority_survives_the_lift_of_an_order()
    {
        await using var cluster = await TrackingCluster.StartAsync(StoreKind.Sqlite);
        await ReleasedAsync(cluster, "H1", 0);
        await Shipment(cluster, "H1").ReceiveAsync([Hold("H1", 95, "h1")]);
        var order = OnSeller("o1", "bad");
        await cluster.PlaceAsync(order);
        await cluster.SweptAsync(order);
        Assert.Equal(2, (await Shipment(cluster, "H1").GetAsync(false))!.Holds.Count(h => h.RemovedAt is null));
        await cluster.ChangeAsync(order, OrderChangeKind.Lifted);
        Assert.Equal(ClearanceVerdict.Stop, await LeaveAsync(cluster, "H1", 0));
        Assert.Equal("h1", Assert.Single((await Shipment(cluster, "H1").GetAsync(false))!.Holds, h => h.RemovedAt is null).Id);
        await Shipment(cluster, "H1").ReceiveAsync([Lift("H1", 97, "l1", "h1")]);
        Assert.Equal(ClearanceVerdict.Go, await LeaveAsync(cluster, "H1", 0));
    }

    [Fact]
    public async Task A_parcel_that_is_cleared_goes_and_the_sellers_others_do_not()
    {
        await using var cluster = await TrackingCluster.StartAsync(StoreKind.Sqlite);
        await ReleasedAsync(cluster, "C1", 0);
        await ReleasedAsync(cluster, "C2", 0);
        var order = OnSeller("o1", "bad");
        await cluster.PlaceAsync(order);
        await cluster.SweptAsync(order);
        await cluster.ChangeAsync(order, OrderChangeKind.Cleared, Number("C1"));
        Assert.Equal((ClearanceVerdict.Go, ClearanceVerdict.Stop), (await LeaveAsync(cluster, "C1", 0), await LeaveAsync(cluster, "C2", 1)));

        var another = OnSeller("o2", "bad");
        await cluster.PlaceAsync(another);
        Assert.Equal(ClearanceVerdict.Stop, await LeaveAsync(cluster, "C1", 1));
    }

    [Fact]
    public async Task An_order_whose_time_has_run_out_ends_by_itself()
    {
        await using var cluster = await TrackingCluster.StartAsync(StoreKind.Sqlite);
        await ReleasedAsync(cluster, "E1", 0);
        var order = OnSeller("o1", "bad") with { ExpiresAt = ReportedTime.From(TimeProvider.System.GetUtcNow().AddSeconds(2)).Microseconds };
        await cluster.PlaceAsync(order);
        Assert.Equal(ClearanceVerdict.Stop, await LeaveAsync(cluster, "E1", 0));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (await timer.WaitForNextTickAsync() && await LeaveAsync(cluster, "E1", 0) != ClearanceVerdict.Go)
        {
        }

        var view = (await cluster.Store.Orders.ReadAsync(order.Key, CancellationToken.None))!;
        Assert.Equal((OrderState.Expired, OrderChangeKind.Expired), (view.State, view.Changes[^1].Kind));
    }

    [Fact]
    public async Task A_silent_order_changes_no_answer_and_no_view()
    {
        await using var cluster = await TrackingCluster.StartAsync(StoreKind.Sqlite);
        await ReleasedAsync(cluster, "W1", 0);
        var order = OnSeller("o1", "bad", OrderEffect.Watch);
        await cluster.PlaceAsync(order);
        Assert.Equal(new OrderSweep(1, 0, true), await cluster.SweptAsync(order));
        Assert.Equal(ClearanceVerdict.Go, await LeaveAsync(cluster, "W1", 0));
        var view = (await Shipment(cluster, "W1").GetAsync(true))!;
        Assert.Empty(view.Holds);
        Assert.DoesNotContain(view.Timeline, e => e.Type.StartsWith("order", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task An_order_on_other_keys_finds_parcels_by_their_manifest(StoreKind store)
    {
        await using var cluster = await TrackingCluster.StartAsync(store);
        await ReleasedAsync(cluster, "M1", 0, goods: new GoodsLine { Description = "Leather watches, men's", Brand = "Rolax", HsCode = "910211", Value = 900, Currency = "USD", WeightKg = 0.5m });
        await ReleasedAsync(cluster, "M2", 0, goods: new GoodsLine { Description = "Plastic toys" });
        OrderMatches[] matching =
        [
            new() { Brand = "ROLAX" }, new() { Hs = "9102" }, new() { Hs = "91" }, new() { Words = ["watch"] }, new() { Words = ["leather", "men"], From = "CN" },
            new() { Brand = "rolax", Value = new OrderValue("USD", 1_500) }, new() { Value = new OrderValue("USD", 1_799) },
        ];
        foreach (var (index, matches) in matching.Index())
        {
            var order = Order($"o{index}", matches);
            await cluster.PlaceAsync(order);
            Assert.Equal((ClearanceVerdict.Stop, ClearanceVerdict.Go), (await LeaveAsync(cluster, "M1", 0), await LeaveAsync(cluster, "M2", 1)));
            Assert.Equal(new OrderSweep(1, 1, true), await cluster.SweptAsync(order));
            await cluster.ChangeAsync(order, OrderChangeKind.Lifted);
            Assert.Equal(ClearanceVerdict.Go, await LeaveAsync(cluster, "M1", 0));
        }

        var consignee = Order("consignee", new OrderMatches { Consignee = "EXAMPLE, Ann", Address = "Main Street 1" });
        await cluster.PlaceAsync(consignee);
        Assert.Equal(ClearanceVerdict.Stop, await LeaveAsync(cluster, "M2", 0));
        Assert.Equal(new OrderSweep(2, 2, true), await cluster.SweptAsync(consignee));
        var none = Order("none", new OrderMatches { Brand = "rolax", To = "DE" });
        await cluster.PlaceAsync(none);
        Assert.Equal(new OrderSweep(0, 0, true), await cluster.SweptAsync(none));
    }

    [Fact]
    public async Task A_silo_without_its_lease_answers_unknown_whatever_the_orders_say()
    {
        await using var cluster = await TrackingCluster.StartAsync(StoreKind.Sqlite);
        await ReleasedAsync(cluster, "L1", 0);
        await cluster.PlaceAsync(OnSeller("o1", "bad"));
        cluster.Lease.Taken = true;
        Assert.Equal(ClearanceVerdict.Unknown, await LeaveAsync(cluster, "L1", 0));
        cluster.Lease.Taken = false;
        Assert.Equal(ClearanceVerdict.Stop, await LeaveAsync(cluster, "L1", 0));
    }

    private static IShipmentGrain Shipment(TrackingCluster cluster, string number) => cluster.GrainOn<IShipmentGrain>(0, $"dhl/{number}");

    private static async Task<ClearanceVerdict> LeaveAsync(TrackingCluster cluster, string number, int silo) =>
        (await cluster.GrainOn<IShipmentGrain>(silo, $"dhl/{number}").ClearAsync(new ClearanceQuestion(Number(number), ClearancePurpose.Leave, Partner("us-cbp")))).Verdict;

    // Arrived and released: nothing stands in its way but orders.
    private static async Task ReleasedAsync(TrackingCluster cluster, string number, int silo, string seller = "bad", GoodsLine? goods = null)
    {
        var manifest = Manifest(number, 1, $"m-{number}") with { Goods = goods is null ? [] : [goods] };
        await cluster.GrainOn<IShipmentGrain>(silo, $"dhl/{number}").ReceiveAsync(
        [
            Scan(number, TransportStatus.Accepted, 0, country: "CN"), manifest, Dispatch(number, 2, seller, $"d-{number}"),
            Scan(number, TransportStatus.InTransitArrived, 60, country: "US"), Decision(number, DecisionKind.Presented, 61, $"p-{number}"),
            Decision(number, DecisionKind.Released, 90, $"r-{number}"),
        ]);
    }
}
