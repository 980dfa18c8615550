using Microsoft.Extensions.DependencyInjection;
using Orleans.Metadata;
using Orleans.Runtime;
using Orleans.Runtime.Hosting;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Shipments;
using Tracking.Contracts.Statuses;
using Tracking.Grains.Tests.Cluster;
using static Tracking.Grains.Tests.Shipments.Facts;

namespace Tracking.Grains.Tests.Shipments;

public sealed class DuplicateActivationTests
{
    private const int Scans = 40;

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task Two_activations_on_two_silos_never_both_commit_and_lose_nothing(StoreKind store)
    {
        var directory = new ForgetfulDirectory();
        await using var cluster = await TrackingCluster.StartAsync(store, silo =>
        {
            silo.AddGrainDirectory<ForgetfulDirectory>(ForgetShipments.Directory, (_, _) => directory);
            silo.Services.AddPlacementDirector<PlaceHereStrategy, PlaceHere>();
            silo.Services.AddSingleton<IGrainPropertiesProvider, ForgetShipments>();
        });
        var (left, right) = (cluster.GrainOn<IShipmentGrain>(0, $"{Carrier}/TWIN"), cluster.GrainOn<IShipmentGrain>(1, $"{Carrier}/TWIN"));
        await left.ReceiveAsync([Scan("TWIN", TransportStatus.Accepted, 0, "first")]);
        await right.ReceiveAsync([Scan("TWIN", TransportStatus.InTransit, 1, "second")]);
        Assert.Equal(2, directory.ActivatedOn.Count);

        // Both at once, again and again: every append of one makes the other's memory stale.
        var outcomes = await Task.WhenAll(Enumerable.Range(2, Scans).Select(async i =>
            (await (i % 2 == 0 ? left : right).ReceiveAsync([Scan("TWIN", TransportStatus.InTransitSorted, i, $"s{i}")]))[0]));

        Assert.All(outcomes, o => Assert.Equal(FactResult.Accepted, o.Result));
        var stream = (await cluster.Store.LoadAsync([Number("TWIN")], CancellationToken.None))[0];
        Assert.Equal(Scans + 2, stream.Version);
        Assert.Equal(outcomes.Length, outcomes.Select(o => o.Version).Distinct().Count());
        var counts = await cluster.Store.ReadCountsAsync("", CancellationToken.None);
        Assert.Equal((1, Scans + 2), (counts.Shipments, counts.Facts));
    }
}
