using Tracking.Benchmarks.Load;
using Tracking.Benchmarks.Processes;
using Tracking.Benchmarks.Running;
using Tracking.Chaos;

namespace Tracking.Benchmarks.Scenarios;

/// <summary>What the scenarios of ingest have in common: a server of the subject on a database of its own, walked through, then measured.</summary>
internal static class IngestLoad
{
    private const int WarmConnections = 8;
    private const int WarmEach = 500;

    public static async Task<LoadResult> MeasureAsync(Bench bench, Round round, int connections, Func<Scans, IRequests> requests, CancellationToken cancellationToken)
    {
        var shipments = bench.Settings.Size(Shipments.UnderWay);
        var database = round.IsProduct
            ? await bench.JournalAsync(new(shipments), cancellationToken)
            : await bench.EmptyDatabaseAsync(cancellationToken);
        LoadResult load;
        await using (var server = round.IsProduct ? Product.Silo(database) : Product.Baseline(round.Subject, database))
        {
            await server.StartAsync(cancellationToken);
            var scans = new Scans(shipments);

            // The product has each shipment in memory before the window. An insert or an update is one write a scan to the
            // slow baselines: walking them through every shipment would take minutes and change nothing.
            await WarmAsync(server, scans, round.IsProduct ? shipments : 10_000, cancellationToken);
            await LoadGenerator.Http([server.Api], connections, () => requests(scans)).ForAsync(bench.Settings.WarmUp, cancellationToken);
            load = await LoadGenerator.Http([server.Api], connections, () => requests(scans)).ForAsync(round.Length, cancellationToken);
        }

        await bench.DropAsync(database);
        return load;
    }

    /// <summary>A scan for each of the first shipments, so that they are in memory.</summary>
    public static Task<LoadResult> WarmAsync(HostProcess server, Scans scans, int shipments, CancellationToken cancellationToken) =>
        LoadGenerator.Http([server.Api], WarmConnections, ScanRequests.Walk(scans, WarmEach, shipments)).AllAsync(cancellationToken);
}
