using Tracking.Contracts.Clearance;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Sellers;
using Tracking.Contracts.Shipments;
using Tracking.Contracts.Statuses;
using Tracking.Grains.Tests.Cluster;
using static Tracking.Grains.Tests.Shipments.Facts;

namespace Tracking.Grains.Tests.Shipments;

public sealed class ShipmentGrainTests
{
    public static TheoryData<StoreKind> Stores => [StoreKind.Sqlite, StoreKind.Postgres];

    [Theory, MemberData(nameof(Stores))]
    public async Task A_parcel_from_scan_to_release_is_seen_by_grain_seller_and_belt(StoreKind store)
    {
        await using var cluster = await TrackingCluster.StartAsync(store);
        var grain = Shipment(cluster, "P1");
        await grain.ReceiveAsync([Scan("P1", TransportStatus.Accepted, 0, country: "CN"), Manifest("P1", 1, "m1")]);
        await grain.ReceiveAsync([Dispatch("P1", 2, "bad-bags")]);
        await grain.ReceiveAsync([Scan("P1", TransportStatus.InTransitArrived, 60, country: "US"), Decision("P1", DecisionKind.Presented, 61, "d1"), Hold("P1", 62, "h1")]);

        Assert.Equal(ClearanceVerdict.Stop, (await Ask(grain, "P1")).Verdict);
        var seller = await cluster.Grains.GetGrain<ISellerGrain>("market/bad-bags").GetAsync();
        Assert.Equal((1, 1, 1), (seller!.Counts.Shipments, seller.Counts.InTransit, seller.Counts.Held));

        await grain.ReceiveAsync([Lift("P1", 90, "l1", "h1"), Decision("P1", DecisionKind.Released, 91, "r1")]);
        Assert.Equal(ClearanceVerdict.Go, (await Ask(grain, "P1")).Verdict);
        var view = await grain.GetAsync(showRestricted: false);
        Assert.Equal(7, view!.Timeline.Length - 1);
        Assert.Equal("Ann Example", view.Parties.Single().Details!.Name);
        seller = await cluster.Grains.GetGrain<ISellerGrain>("market/bad-bags").GetAsync();
        Assert.Equal((0, 1), (seller!.Counts.Held, seller.Counts.Released));
        Assert.NotNull(seller.FirstSeen);
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task The_same_facts_again_change_nothing(StoreKind store)
    {
        await using var cluster = await TrackingCluster.StartAsync(store);
        var grain = Shipment(cluster, "P2");
        ImmutableArray<Fact> facts = [Scan("P2", TransportStatus.Accepted, 0), Scan("P2", TransportStatus.InTransitDeparted, 5, "e1"), Manifest("P2", 1, "m1")];
        var first = await grain.ReceiveAsync(facts);
        var again = await grain.ReceiveAsync(facts);
        Assert.All(first, o => Assert.Equal(FactResult.Accepted, o.Result));
        Assert.All(again, o => Assert.Equal(FactResult.Duplicate, o.Result));
        Assert.Equal(3, (await grain.GetAsync(false))!.Version);
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Facts_of_a_piece_from_before_the_link_are_handed_to_its_bill(StoreKind store)
    {
        await using var cluster = await TrackingCluster.StartAsync(store);
        await Shipment(cluster, "JJD1").ReceiveAsync([Scan("JJD1", TransportStatus.AcceptedPickedUp, 0, "s1", "CN")]);
        await Shipment(cluster, "BILL1").ReceiveAsync([Manifest("BILL1", 1, "m1", "JJD1", "JJD2")]);
        await Shipment(cluster, "JJD2").ReceiveAsync([Scan("JJD2", TransportStatus.InTransitArrived, 9, "s2", "US")]);
        await Shipment(cluster, "JJD1").ReceiveAsync([Hold("JJD1", 10, "h1")]);

        var view = (await Shipment(cluster, "JJD1").GetAsync(false))!;
        Assert.Equal(("BILL1", "JJD1"), (view.Number, view.AskedAs));
        Assert.All(view.Pieces, p => Assert.True(p.Linked));
        Assert.Equal(["m1", "s1", "s2", "h1"], view.Timeline.Where(t => t.Fact is not null).OrderBy(t => t.OccurredAt).Select(t => t.Id).Order(StringComparer.Ordinal).Order(Comparer<string>.Create((a, b) => Array.IndexOf(["m1", "s1", "s2", "h1"], a).CompareTo(Array.IndexOf(["m1", "s1", "s2", "h1"], b)))));
        Assert.Equal(ClearanceVerdict.Stop, (await Ask(Shipment(cluster, "JJD1"), "JJD1")).Verdict);
        var counts = await cluster.Store.ReadCountsAsync("", CancellationToken.None);
        Assert.Equal((1, 1), (counts.Shipments, counts.Held));
    }

    [Fact]
    public async Task A_later_manifest_of_another_bill_takes_the_piece_with_its_facts_and_a_correction_gives_it_back()
    {
        await using var cluster = await TrackingCluster.StartAsync(StoreKind.Sqlite);
        await Shipment(cluster, "B1").ReceiveAsync([Manifest("B1", 1, "m1", "X1")]);
        await Shipment(cluster, "X1").ReceiveAsync([Hold("X1", 5, "h1")]);
        await Shipment(cluster, "B2").ReceiveAsync([Manifest("B2", 10, "m2", "X1")]);

        Assert.Equal("B2", (await Shipment(cluster, "X1").GetAsync(false))!.Number);
        Assert.Single((await Shipment(cluster, "B2").GetAsync(false))!.Holds);
        var left = (await Shipment(cluster, "B1").GetAsync(false))!;
        Assert.Empty(left.Holds);
        Assert.Contains(left.Discrepancies, d => d.Kind == DiscrepancyKind.PieceElsewhere);

        await Shipment(cluster, "B2").ReceiveAsync([Manifest("B2", 11, "m3") with { Corrects = "m2" }]);
        Assert.Equal("B1", (await Shipment(cluster, "X1").GetAsync(false))!.Number);
        Assert.Single((await Shipment(cluster, "B1").GetAsync(false))!.Holds);
        Assert.Empty((await Shipment(cluster, "B2").GetAsync(false))!.Holds);
    }

    [Fact]
    public async Task A_bill_under_another_bill_is_refused_and_shown()
    {
        await using var cluster = await TrackingCluster.StartAsync(StoreKind.Sqlite);
        await Shipment(cluster, "INNER").ReceiveAsync([Manifest("INNER", 1, "m1", "Y1")]);
        await Shipment(cluster, "OUTER").ReceiveAsync([Manifest("OUTER", 2, "m2", "INNER")]);
        Assert.Equal("INNER", (await Shipment(cluster, "INNER").GetAsync(false))!.Number);
        Assert.Contains((await Shipment(cluster, "OUTER").GetAsync(false))!.Discrepancies, d => d.Kind == DiscrepancyKind.PieceElsewhere);
    }

    [Fact]
    public async Task A_silo_without_lease_says_unknown_not_go()
    {
        await using var cluster = await TrackingCluster.StartAsync(StoreKind.Sqlite);
        var grain = Shipment(cluster, "P5");
        await grain.ReceiveAsync([Scan("P5", TransportStatus.Accepted, 0, country: "DE"), Scan("P5", TransportStatus.InTransitArrived, 5, country: "FR"), Manifest("P5", 1, "m") with { Origin = new Place("DE"), Destination = new Place("FR") }]);
        Assert.Equal(ClearanceVerdict.Go, (await Ask(grain, "P5")).Verdict);
        cluster.Lease.Taken = true;
        var answer = await Ask(grain, "P5");
        Assert.Equal(ClearanceVerdict.Unknown, answer.Verdict);
        Assert.Equal(ClearanceRow.NotFenced, answer.Reasons.Single().Row);
    }

    [Fact]
    public async Task A_carrier_that_was_told_stop_and_moves_all_the_same_violates_the_hold()
    {
        await using var cluster = await TrackingCluster.StartAsync(StoreKind.Sqlite);
        var grain = Shipment(cluster, "P6");
        await grain.ReceiveAsync([Scan("P6", TransportStatus.InTransitArrived, 0, country: "US"), Hold("P6", 1, "h1")]);
        var answer = await grain.ClearAsync(new ClearanceQuestion(Number("P6"), ClearancePurpose.Leave, Partner(Carrier)));
        Assert.Equal(ClearanceVerdict.Stop, answer.Verdict);
        await grain.ClearAsync(new ClearanceQuestion(Number("P6"), ClearancePurpose.Leave, Partner(Carrier)));
        var told = (await grain.GetAsync(false))!;
        Assert.Single(told.Timeline, t => t.Type == "hold-made-known");

        // Long after it was told, whatever today is: the answer above was given at the real time.
        await grain.ReceiveAsync([Scan("P6", TransportStatus.OutForDelivery, 0, "late") with { OccurredAt = Contracts.Identifiers.ReportedTime.From(answer.AskedAt.AddHours(1)), ReceivedAt = Contracts.Identifiers.ReportedTime.From(answer.AskedAt.AddHours(2)).Microseconds }]);
        Assert.Single((await grain.GetAsync(false))!.Violations);
    }

    [Fact]
    public async Task A_number_never_seen_goes_to_sort_but_not_out()
    {
        await using var cluster = await TrackingCluster.StartAsync(StoreKind.Sqlite);
        var grain = Shipment(cluster, "NOBODY");
        Assert.Equal(ClearanceVerdict.Unknown, (await Ask(grain, "NOBODY")).Verdict);
        Assert.Equal(ClearanceVerdict.Go, (await grain.ClearAsync(new ClearanceQuestion(Number("NOBODY"), ClearancePurpose.Sort, Partner(Carrier)))).Verdict);
        Assert.Null(await grain.GetAsync(false));
    }

    private static IShipmentGrain Shipment(TrackingCluster cluster, string number) => cluster.Grains.GetGrain<IShipmentGrain>($"{Carrier}/{number}");

    private static async Task<ClearanceAnswer> Ask(IShipmentGrain grain, string number) =>
        await grain.ClearAsync(new ClearanceQuestion(Number(number), ClearancePurpose.Leave, Partner("us-cbp")));
}
