using System.Diagnostics;
using Tracking.Benchmarks.Load;
using Tracking.Benchmarks.Processes;
using Tracking.Benchmarks.Running;
using Tracking.Chaos;

namespace Tracking.Benchmarks.Scenarios;

/// <summary>A seller with a hundred thousand shipments in transit is flagged: until it is in force everywhere, also with one silo stopped, and until it is written into every stream.</summary>
internal sealed class SellerOrder : Scenario
{
    private const int ScansPerSecond = 20_000;
    private const string CallEach = "call-each";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Span = TimeSpan.FromSeconds(1);
    private SellerCluster? cluster;

    public override string Name => "seller-order";

    public override string Setup(RunSettings settings) =>
        $"2 silos, {ScansPerSecond:n0} scans/s over {Background.Connections} connections to both; the seller has {settings.Size(SellerCluster.OfSeller):n0} shipments, half of them in memory. in-force: until the order is answered; after it 1,000 of the shipments are asked about on both silos. stopped-: the same with the second silo stopped by SIGSTOP. ingest-share: the lowest second until all is written, of the rate before. '{CallEach}': a decision for each shipment in arrays of 500 over 8 connections, measured once. Set up once for each.";

    public override ImmutableArray<string> Subjects => [TheProduct, CallEach];

    public override async Task PrepareAsync(Bench bench, CancellationToken cancellationToken) => cluster = await SellerCluster.StartAsync(bench, cancellationToken);

    public override async Task MeasureAsync(Bench bench, Round round, CancellationToken cancellationToken)
    {
        if (round.IsProduct)
        {
            await using var background = await cluster!.LoadAsync(ScansPerSecond, cancellationToken);
            await FlagAsync(cluster, round, background, cancellationToken);
        }
        else if (round.Number == 1)
        {
            await using var own = await SellerCluster.StartAsync(bench, cancellationToken);
            await using var background = await own.LoadAsync(ScansPerSecond, cancellationToken);
            await CallEachAsync(own, round, background, cancellationToken);
        }
    }

    public override async ValueTask TakeDownAsync()
    {
        if (cluster is not null)
        {
            await cluster.DisposeAsync();
        }
    }

    private static async Task FlagAsync(SellerCluster cluster, Round round, Background background, CancellationToken cancellationToken)
    {
        using var authority = new HttpConnection(cluster.First.Api);
        var began = Stopwatch.GetTimestamp();
        await Task.Delay(round.Length, TimeProvider.System, cancellationToken);
        round.Require(cluster.IsFree(cluster.First, round.Number) && cluster.IsFree(cluster.Second, round.Number), "not all shipments were 'go' before the order");

        var id = $"seller-{round.Number}";
        var placed = Stopwatch.GetTimestamp();
        await PlaceAsync(authority, id, round, "in-force", cancellationToken);
        NoneGo(cluster, round, cluster.First, "the silo that took the order");
        NoneGo(cluster, round, cluster.Second, "the other silo");
        await UntilAsync(() => Swept(authority, id), cancellationToken);
        var written = Stopwatch.GetTimestamp();
        round.Add("written", Stopwatch.GetElapsedTime(placed, written).TotalSeconds, "s");
        NoneGo(cluster, round, cluster.Second, "the other silo, once all was written,");
        await LiftAsync(cluster, authority, id, round, cancellationToken);
        await StoppedAsync(cluster, authority, round, cancellationToken);

        var load = await background.StopAsync();
        var before = load.RateBetween(began, placed);
        round.Add("ingest-before", before, "scans/s");
        round.Add("ingest-share", load.LowestRateBetween(placed, written, Span) / before, "ratio");
    }

    private static async Task StoppedAsync(SellerCluster cluster, HttpConnection authority, Round round, CancellationToken cancellationToken)
    {
        var id = $"seller-{round.Number}-stopped";
        await Signals.StopAsync(cluster.Second.Id);
        try
        {
            await PlaceAsync(authority, id, round, "stopped-in-force", cancellationToken);
        }
        finally
        {
            await Signals.ContinueAsync(cluster.Second.Id);
        }

        NoneGo(cluster, round, cluster.Second, "the silo that was stopped");
        NoneGo(cluster, round, cluster.First, "the silo that was not stopped");
        await UntilAsync(() => Swept(authority, id), cancellationToken);
        await LiftAsync(cluster, authority, id, round, cancellationToken);
    }

    private static async Task PlaceAsync(HttpConnection authority, string id, Round round, string metric, CancellationToken cancellationToken)
    {
        var order = Orders.Place(id, Orders.OfLargeSeller);
        var start = Stopwatch.GetTimestamp();
        await Task.Run(() => authority.Send(order), cancellationToken);
        round.Add(metric, Stopwatch.GetElapsedTime(start).TotalMilliseconds, "ms");
        round.Require(authority.Status == 201, $"the order was answered {authority.Status}");
    }

    private static async Task LiftAsync(SellerCluster cluster, HttpConnection authority, string id, Round round, CancellationToken cancellationToken)
    {
        await Task.Run(() => authority.Send(Orders.Lift(id)), cancellationToken);
        await UntilAsync(() => cluster.IsFree(cluster.First, round.Number) && cluster.IsFree(cluster.Second, round.Number), cancellationToken);
    }

    private static void NoneGo(SellerCluster cluster, Round round, HostProcess silo, string which)
    {
        var go = cluster.CountGo(silo, round.Number);
        round.Require(go == 0, $"{which} said 'go' for {go} shipments of a seller under an order");
    }

    private static bool Swept(HttpConnection authority, string id)
    {
        authority.Send(Orders.Look(id));
        return Orders.Sweep(authority.Body.ToArray()).Done;
    }

    private static async Task CallEachAsync(SellerCluster cluster, Round round, Background background, CancellationToken cancellationToken)
    {
        const int Connections = 8;
        var began = Stopwatch.GetTimestamp();
        await Task.Delay(round.Length, TimeProvider.System, cancellationToken);
        var requests = FixedRequests.Each(cluster.HoldEach(), answer => Facts.Accepted(answer) is > 0 and var accepted ? accepted : throw Facts.NotAccepted(answer));
        var placed = Stopwatch.GetTimestamp();
        var calls = await LoadGenerator.Http([cluster.First.Api, cluster.Second.Api], Connections, requests).AllAsync(cancellationToken);
        var written = Stopwatch.GetTimestamp();
        NoneGo(cluster, round, cluster.Second, "the other silo, once all was written,");

        // A shipment is held when its call is answered: the seller is when the last one is.
        round.Add("in-force", calls.Elapsed.TotalMilliseconds, "ms");
        round.Add("written", calls.Elapsed.TotalSeconds, "s");
        var load = await background.StopAsync();
        var before = load.RateBetween(began, placed);
        round.Add("ingest-before", before, "scans/s");
        round.Add("ingest-share", load.LowestRateBetween(placed, written, Span) / before, "ratio");
    }

    private static async Task UntilAsync(Func<bool> done, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        using var timer = new PeriodicTimer(Often);
        while (!await Task.Run(done, patience.Token))
        {
            await timer.WaitForNextTickAsync(patience.Token);
        }
    }
}
