using Tracking.Benchmarks.Load;
using Tracking.Benchmarks.Processes;
using Tracking.Benchmarks.Running;
using Tracking.Chaos;

namespace Tracking.Benchmarks.Scenarios;

/// <summary>Two silos with the shipments of one large seller, half of them in memory, among as many of others.</summary>
internal sealed class SellerCluster : IAsyncDisposable
{
    /// <summary>Shipments of the large seller.</summary>
    public const int OfSeller = 100_000;

    private const int Asked = 1_000;
    private readonly int ofSeller;

    private SellerCluster(HostProcess first, HostProcess second, int ofSeller)
    {
        (First, Second, this.ofSeller) = (first, second, ofSeller);
        Scans = new Scans(ofSeller, stride: 2);
    }

    public HostProcess First { get; }

    public HostProcess Second { get; }

    /// <summary>Of every second shipment, the seller's and the others'.</summary>
    public Scans Scans { get; }

    public static async Task<SellerCluster> StartAsync(Bench bench, CancellationToken cancellationToken)
    {
        var ofSeller = bench.Settings.Size(OfSeller);
        var journal = await bench.JournalAsync(new(2 * ofSeller, Released: true, OfOneSeller: ofSeller), cancellationToken);
        var cluster = new SellerCluster(Product.ClusterSilo(journal), Product.ClusterSilo(journal), ofSeller);
        await cluster.First.StartAsync(cancellationToken);
        await cluster.Second.StartAsync(cancellationToken);
        await IngestLoad.WarmAsync(cluster.First, cluster.Scans, ofSeller, cancellationToken);
        return cluster;
    }

    public Task<Background> LoadAsync(int scansPerSecond, CancellationToken cancellationToken) =>
        Background.StartAsync([First.Api, Second.Api], Scans, scansPerSecond, cancellationToken);

    /// <summary>Asks about a thousand of the seller's shipments, by chance; how many are 'go'.</summary>
    public int CountGo(HostProcess silo, int seed)
    {
        var random = new Random(seed);
        using var belt = new HttpConnection(silo.Api);
        belt.Send(Clearance.AskAll(Enumerable.Range(0, Asked).Select(_ => (long)random.Next(ofSeller))));
        var (go, all) = Clearance.Count(belt.Body);
        return all == Asked ? go : throw new InvalidOperationException($"{Asked} were asked about, {all} answered.");
    }

    /// <summary>Whether all that are asked about are 'go'.</summary>
    public bool IsFree(HostProcess silo, int seed) => CountGo(silo, seed) == Asked;

    /// <summary>Holds on each of the seller's shipments, in arrays.</summary>
    public IReadOnlyList<byte[]> HoldEach() => Decisions.HoldAll(0, ofSeller);

    public async ValueTask DisposeAsync()
    {
        await First.DisposeAsync();
        await Second.DisposeAsync();
    }
}
