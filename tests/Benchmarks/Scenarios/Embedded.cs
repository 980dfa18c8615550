using Tracking.Benchmarks.Baselines;
using Tracking.Benchmarks.Load;
using Tracking.Benchmarks.Processes;
using Tracking.Benchmarks.Running;

namespace Tracking.Benchmarks.Scenarios;

/// <summary>ingest-batch on the embedded default: page, silo and SQLite files in one process.</summary>
internal sealed class Embedded : Scenario
{
    private const int Connections = 8;
    private const int ScansEach = 500;

    public override string Name => "embedded";

    public override string Setup(RunSettings settings) =>
        $"The embedded default in one process, {Connections} connections, one array of {ScansEach} scans in flight on each, over {settings.Size(Shipments.UnderWay):n0} shipments of 3,000 sellers. 'bare': one connection, batches of 1,000 rows, no HTTP.";

    public override ImmutableArray<string> Subjects => [TheProduct, "bare"];

    public override async Task MeasureAsync(Bench bench, Round round, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("tracking-bench-").FullName;
        if (round.IsProduct)
        {
            round.Add("rate", await IngestAsync(folder, bench.Settings.Size(Shipments.UnderWay), round.Length, cancellationToken), "scans/s");
        }
        else
        {
            round.Add("rate", await Task.Run(() => BareSqlite.Measure(folder, round.Length), cancellationToken), "rows/s");
        }

        Directory.Delete(folder, recursive: true);
    }

    private static async Task<double> IngestAsync(string folder, int shipments, TimeSpan length, CancellationToken cancellationToken)
    {
        await using var host = Product.Embedded(folder);
        await host.StartAsync(cancellationToken);
        var scans = new Scans(shipments);
        await LoadGenerator.Http([host.Api], Connections, DispatchRequests.For(shipments)).AllAsync(cancellationToken);
        await IngestLoad.WarmAsync(host, scans, shipments, cancellationToken);
        var load = await LoadGenerator.Http([host.Api], Connections, () => ScanRequests.Arrays(scans, ScansEach)).ForAsync(length, cancellationToken);
        return load.Rate;
    }
}
