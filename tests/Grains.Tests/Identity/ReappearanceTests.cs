using System.Collections.Immutable;
using Tracking.Contracts.Access;
using Tracking.Contracts.Clearance;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Orders;
using Tracking.Contracts.Shipments;
using Tracking.Contracts.Statuses;
using Tracking.Domain.Identity;
using Tracking.Grains.Identity;
using Tracking.Grains.Tests.Cluster;
using Tracking.Grains.Tests.Orders;
using Tracking.Journal.Identity;
using static Tracking.Grains.Tests.Shipments.Facts;

namespace Tracking.Grains.Tests.Identity;

/// <summary>A flagged seller comes back on another marketplace under another name.</summary>
public sealed class ReappearanceTests
{
    private static readonly MarkHasher Hasher = new([Enumerable.Range(0, MarkHasher.ShortestKey).Select(i => (byte)i).ToArray()]);
    private static readonly Actor Investigator = new("us-cbp", "investigator", ActorRole.Partner);

    public static TheoryData<StoreKind> Stores => [StoreKind.Sqlite, StoreKind.Postgres];

    [Theory, MemberData(nameof(Stores))]
    public async Task The_same_phone_under_another_name_is_stopped_on_arrival_and_a_refuted_link_frees_him_for_good(StoreKind store)
    {
        await using var cluster = await TrackingCluster.StartAsync(store);
        await RegisterAsync(cluster, 0, "market/bad", "Shenzhen Brightway Trading Co., Ltd.", "+86 138 0013 8000");
        var order = Standing.OnSeller("o1", "bad");
        await cluster.PlaceAsync(order);

        var linked = await RegisterAsync(cluster, 1, "wharf/s-77", "Jade Harvest Outlet", "+86-138-0013-8000");
        Assert.Equal(LinkState.Linked, Assert.Single(linked).Link.State);
        await ReleasedAsync(cluster, "FIRST", "wharf/s-77");
        await ReleasedAsync(cluster, "OTHER", "wharf/honest");
        foreach (var silo in new[] { 0, 1 })
        {
            Assert.Equal(ClearanceVerdict.Stop, await LeaveAsync(cluster, "FIRST", silo));
            Assert.Equal(ClearanceVerdict.Go, await LeaveAsync(cluster, "OTHER", silo));
        }

        var link = linked[0].Link;
        Assert.Equal(VerdictResult.OtherVersion, (await JudgeAsync(cluster, link with { Version = 9 }, false)).Result);
        Assert.Equal(VerdictResult.Done, (await JudgeAsync(cluster, link, false)).Result);
        Assert.Equal((ClearanceVerdict.Go, ClearanceVerdict.Go), (await LeaveAsync(cluster, "FIRST", 0), await LeaveAsync(cluster, "FIRST", 1)));

        // The verdict sticks: known evidence proposes nothing, new evidence asks a person and links nothing by itself.
        Assert.Empty(await RegisterAsync(cluster, 0, "wharf/s-77", "Jade Harvest Outlet Limited", "+86 138 0013 8000"));
        await RegisterAsync(cluster, 1, "market/bad", "Shenzhen Brightway Trading Co., Ltd.", "+86 138 0013 8000", "CN12 3456");
        var again = Assert.Single(await RegisterAsync(cluster, 0, "wharf/s-77", "Jade Harvest Outlet", "+86 138 0013 8000", "CN12 3456"));
        Assert.Equal(LinkState.Proposed, again.Link.State);
        Assert.Equal(ClearanceVerdict.Go, await LeaveAsync(cluster, "FIRST", 1));
        Assert.Equal(VerdictResult.Done, (await JudgeAsync(cluster, again.Link, true)).Result);
        Assert.Equal(ClearanceVerdict.Stop, await LeaveAsync(cluster, "FIRST", 1));
        var history = await cluster.Store.Identities.ReadChangesAsync(link.First, link.Second, CancellationToken.None);
        Assert.Equal([LinkState.Linked, LinkState.Refuted, LinkState.Proposed, LinkState.Confirmed], history.Select(c => c.Link.State));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task What_follows_from_an_order_ends_with_it_and_an_order_that_comes_later_counts_too(StoreKind store)
    {
        await using var cluster = await TrackingCluster.StartAsync(store);
        await RegisterAsync(cluster, 0, "market/bad", "Shenzhen Brightway Trading Co., Ltd.", "+86 138 0013 8000");
        await RegisterAsync(cluster, 1, "wharf/s-77", "Jade Harvest Outlet", "+86 138 0013 8000");
        await ReleasedAsync(cluster, "P1", "wharf/s-77");
        Assert.Equal(ClearanceVerdict.Go, await LeaveAsync(cluster, "P1", 0));
        var order = Standing.OnSeller("o1", "bad");
        await cluster.PlaceAsync(order);
        await BecomesAsync(cluster, "P1", ClearanceVerdict.Stop);
        await cluster.ChangeAsync(order, OrderChangeKind.Lifted);
        await BecomesAsync(cluster, "P1", ClearanceVerdict.Go);
    }

    private static async Task BecomesAsync(TrackingCluster cluster, string number, ClearanceVerdict verdict)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await LeaveAsync(cluster, number, 0) != verdict)
        {
            await timer.WaitForNextTickAsync(patience.Token);
        }
    }

    private static async Task<ImmutableArray<LinkChange>> RegisterAsync(TrackingCluster cluster, int silo, string seller, string name, string phone, string? account = null) =>
        await cluster.ServiceOn<IIdentityDesk>(silo).RegisterAsync(
            new SellerProfile
            {
                Seller = SellerKey.Parse(seller),
                Names = [name],
                Marks = [.. Hasher.Marks(MarkKind.Phone, phone), .. account is null ? [] : Hasher.Marks(MarkKind.Payment, account)],
            },
            Investigator,
            CancellationToken.None);

    private static async Task<(VerdictResult Result, SellerLink? Link)> JudgeAsync(TrackingCluster cluster, SellerLink link, bool confirmed) =>
        await cluster.ServiceOn<IIdentityDesk>(1).JudgeAsync(link.First, link.Second, confirmed, link.Version, Investigator, "looked at both", CancellationToken.None);

    private static async Task<ClearanceVerdict> LeaveAsync(TrackingCluster cluster, string number, int silo) =>
        (await cluster.GrainOn<IShipmentGrain>(silo, $"dhl/{number}").ClearAsync(new ClearanceQuestion(Number(number), ClearancePurpose.Leave, Partner("us-cbp")))).Verdict;

    private static async Task ReleasedAsync(TrackingCluster cluster, string number, string seller) =>
        await cluster.GrainOn<IShipmentGrain>(0, $"dhl/{number}").ReceiveAsync(
        [
            Scan(number, TransportStatus.Accepted, 0, country: "CN"), Dispatch(number, 2, "any", $"d-{number}") with { Seller = SellerKey.Parse(seller) },
            Scan(number, TransportStatus.InTransitArrived, 60, country: "US"), Decision(number, DecisionKind.Presented, 61, $"p-{number}"),
            Decision(number, DecisionKind.Released, 90, $"r-{number}"),
        ]);
}
