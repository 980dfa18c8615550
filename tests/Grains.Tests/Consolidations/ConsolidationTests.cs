using Tracking.Contracts.Clearance;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Orders;
using Tracking.Contracts.Shipments;
using Tracking.Contracts.Statuses;
using Tracking.Grains.Tests.Cluster;
using Tracking.Grains.Tests.Orders;
using static Tracking.Grains.Tests.Orders.Standing;
using static Tracking.Grains.Tests.Shipments.Facts;

namespace Tracking.Grains.Tests.Consolidations;

/// <summary>Boxes, what is in them, and who waits for whom.</summary>
public sealed class ConsolidationTests
{
    public static TheoryData<StoreKind> Stores => [StoreKind.Sqlite, StoreKind.Postgres];

    [Theory, MemberData(nameof(Stores))]
    public async Task A_hold_on_a_box_is_in_force_at_once_for_what_is_inside_and_what_comes_later_and_not_for_what_was_taken_out_before(StoreKind store)
    {
        await using var cluster = await TrackingCluster.StartAsync(store);
        foreach (var number in new[] { "IN", "OUT", "LATER" })
        {
            await ReleasedAsync(cluster, number);
        }

        await PackAsync(cluster, "IN", "BAG", 100);
        await PackAsync(cluster, "OUT", "BAG", 100);
        await PackAsync(cluster, "OUT", "BAG", 110, takenOut: true);
        await PackAsync(cluster, "BAG", "CAN", 120);
        Assert.Equal(ClearanceVerdict.Go, await LeaveAsync(cluster, "CAN", 0));

        await Shipment(cluster, "CAN").ReceiveAsync([Hold("CAN", 130, "h1")]);
        await PackAsync(cluster, "LATER", "BAG", 140);
        foreach (var silo in new[] { 0, 1 })
        {
            Assert.Equal(ClearanceVerdict.Stop, await LeaveAsync(cluster, "IN", silo));
            Assert.Equal(ClearanceVerdict.Go, await LeaveAsync(cluster, "OUT", silo));
            Assert.Equal(ClearanceVerdict.Stop, await LeaveAsync(cluster, "LATER", silo));
            Assert.Equal(ClearanceVerdict.Stop, await LeaveAsync(cluster, "BAG", silo));
        }

        // Taking it out after the hold began does not free it, nor the next box.
        await PackAsync(cluster, "IN", "BAG", 150, takenOut: true);
        await PackAsync(cluster, "IN", "OTHER", 151);
        Assert.Equal(ClearanceVerdict.Stop, await LeaveAsync(cluster, "IN", 0));
        Assert.Equal(ClearanceVerdict.Stop, await LeaveAsync(cluster, "OTHER", 0));
        Assert.Equal("h1", Assert.Single((await AskAsync(cluster, "IN", 0)).Reasons).Hold);

        await Shipment(cluster, "CAN").ReceiveAsync([Lift("CAN", 160, "l1", "h1")]);
        foreach (var number in new[] { "IN", "LATER", "BAG", "CAN", "OTHER" })
        {
            Assert.Equal(ClearanceVerdict.Go, await LeaveAsync(cluster, number, 1));
        }
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task A_container_may_leave_only_when_everything_in_it_may(StoreKind store)
    {
        await using var cluster = await TrackingCluster.StartAsync(store);
        for (var i = 0; i < 6; i++)
        {
            await ReleasedAsync(cluster, $"P{i}");
            await PackAsync(cluster, $"P{i}", $"BAG{i % 2}", 100);
        }

        await PackAsync(cluster, "BAG0", "CAN", 110);
        await PackAsync(cluster, "BAG1", "CAN", 110);
        var free = await AskAsync(cluster, "CAN", 0);
        Assert.Equal((ClearanceVerdict.Go, 8, 8, ClearanceRow.Free), (free.Verdict, free.Pieces, free.PiecesFree, Assert.Single(free.Reasons).Row));

        await Shipment(cluster, "P3").ReceiveAsync([Hold("P3", 120, "h1")]);
        var held = await AskAsync(cluster, "CAN", 1);
        Assert.Equal((ClearanceVerdict.Stop, 8, 7), (held.Verdict, held.Pieces, held.PiecesFree));
        Assert.Equal(["P3"], Assert.Single(held.Reasons).Pieces.ToArray());
        Assert.Equal(ClearanceVerdict.Go, await LeaveAsync(cluster, "BAG0", 0));
        Assert.Equal(ClearanceVerdict.Go, await LeaveAsync(cluster, "P5", 0));

        await PackAsync(cluster, "P3", "BAG1", 130, takenOut: true);
        Assert.Equal(ClearanceVerdict.Go, await LeaveAsync(cluster, "CAN", 0));
        Assert.Equal(ClearanceVerdict.Stop, await LeaveAsync(cluster, "P3", 0));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task A_standing_order_on_something_inside_stops_the_container_at_once_and_its_lift_frees_it(StoreKind store)
    {
        await using var cluster = await TrackingCluster.StartAsync(store);
        await ReleasedAsync(cluster, "A1");
        await ReleasedAsync(cluster, "A2", "bad");
        await PackAsync(cluster, "A1", "CAN", 100);
        await PackAsync(cluster, "A2", "CAN", 100);
        Assert.Equal(ClearanceVerdict.Go, await LeaveAsync(cluster, "CAN", 0));

        var order = OnSeller("o1", "bad");
        await cluster.PlaceAsync(order);
        Assert.Equal(ClearanceVerdict.Stop, await LeaveAsync(cluster, "CAN", 0));
        Assert.Equal(ClearanceVerdict.Stop, await LeaveAsync(cluster, "CAN", 1));
        await cluster.SweptAsync(order);
        Assert.Equal(["A2"], Assert.Single((await AskAsync(cluster, "CAN", 0)).Reasons).Pieces.ToArray());

        await cluster.ChangeAsync(order, OrderChangeKind.Lifted);
        Assert.Equal(ClearanceVerdict.Go, await LeaveAsync(cluster, "CAN", 1));
    }

    [Fact]
    public async Task Boxes_in_a_circle_are_answered_with_the_holds_of_all_of_them()
    {
        await using var cluster = await TrackingCluster.StartAsync(StoreKind.Sqlite);
        await ReleasedAsync(cluster, "C1");
        await PackAsync(cluster, "C1", "X", 100);
        await PackAsync(cluster, "X", "Y", 101);
        await PackAsync(cluster, "Y", "X", 102);
        Assert.Equal(ClearanceVerdict.Go, await LeaveAsync(cluster, "C1", 0));
        await Shipment(cluster, "Y").ReceiveAsync([Hold("Y", 110, "h1")]);
        foreach (var number in new[] { "C1", "X", "Y" })
        {
            Assert.Equal(ClearanceVerdict.Stop, await LeaveAsync(cluster, number, 0));
        }
    }

    [Fact]
    public async Task A_silo_without_its_lease_answers_unknown_for_a_container()
    {
        await using var cluster = await TrackingCluster.StartAsync(StoreKind.Sqlite);
        await ReleasedAsync(cluster, "U1");
        await PackAsync(cluster, "U1", "CAN", 100);
        cluster.Lease.Taken = true;
        Assert.Equal(ClearanceVerdict.Unknown, await LeaveAsync(cluster, "CAN", 0));
        Assert.Equal(ClearanceVerdict.Unknown, await LeaveAsync(cluster, "U1", 0));
    }

    [Fact]
    public async Task A_piece_that_is_packed_is_held_with_its_box_and_the_bills_other_piece_is_not()
    {
        await using var cluster = await TrackingCluster.StartAsync(StoreKind.Sqlite);
        await PackAsync(cluster, "PC1", "BAG", 5);
        await ReleasedAsync(cluster, "BILL", "good", "PC1", "PC2");
        await Shipment(cluster, "BAG").ReceiveAsync([Hold("BAG", 110, "h1")]);
        Assert.Equal(ClearanceVerdict.Stop, await LeaveAsync(cluster, "PC1", 0));
        Assert.Equal(ClearanceVerdict.Go, await LeaveAsync(cluster, "PC2", 0));
        Assert.Equal(ClearanceVerdict.Stop, await LeaveAsync(cluster, "BILL", 0));
    }

    private static IShipmentGrain Shipment(TrackingCluster cluster, string number, int silo = 0) => cluster.GrainOn<IShipmentGrain>(silo, $"dhl/{number}");

    private static ValueTask<ClearanceAnswer> AskAsync(TrackingCluster cluster, string number, int silo) =>
        Shipment(cluster, number, silo).ClearAsync(new ClearanceQuestion(Number(number), ClearancePurpose.Leave, Partner("us-cbp")));

    private static async Task<ClearanceVerdict> LeaveAsync(TrackingCluster cluster, string number, int silo) => (await AskAsync(cluster, number, silo)).Verdict;

    private static async Task PackAsync(TrackingCluster cluster, string number, string box, int minute, bool takenOut = false)
    {
        var outcomes = await Shipment(cluster, number).ReceiveAsync([Scan(number, TransportStatus.InTransitLoaded, minute, $"pack-{number}-{box}-{minute}") with { Packing = new Packing(box, takenOut) }]);
        Assert.Equal(FactResult.Accepted, outcomes.Single().Result);
    }

    private static async Task ReleasedAsync(TrackingCluster cluster, string number, string seller = "good", params string[] pieces) => await Shipment(cluster, number).ReceiveAsync(
    [
        Scan(number, TransportStatus.Accepted, 0, country: "CN"), Manifest(number, 1, $"m-{number}", pieces), Dispatch(number, 2, seller, $"d-{number}"),
        Scan(number, TransportStatus.InTransitArrived, 60, country: "US"), Decision(number, DecisionKind.Presented, 61, $"p-{number}"),
        Decision(number, DecisionKind.Released, 90, $"r-{number}"),
    ]);
}
