using Tracking.Benchmarks.Baselines;
using Tracking.Benchmarks.Load;
using Tracking.Benchmarks.Processes;
using Tracking.Benchmarks.Running;

namespace Tracking.Benchmarks.Scenarios;

/// <summary>How many scans a second one silo makes durable, sent in arrays.</summary>
internal sealed class IngestBatch : Scenario
{
    private const int Connections = 16;
    private const int ScansEach = 500;
    private const string Limit = "limit";

    public override string Name => "ingest-batch";

    public override string Setup(RunSettings settings) =>
        $"1 silo, {Connections} connections, one array of {ScansEach} scans of {ScanForm.Length} bytes in flight on each, over {settings.Size(Shipments.UnderWay):n0} shipments of 3,000 sellers, all of them in memory. 'limit': 2 connections, batches of 2,000 rows, no HTTP.";

    public override ImmutableArray<string> Subjects => [TheProduct, "idiom", "plain", Limit];

    public override async Task MeasureAsync(Bench bench, Round round, CancellationToken cancellationToken)
    {
        if (round.Subject == Limit)
        {
            // The journal's own table, laid by the product.
            var empty = await bench.JournalAsync(new(Shipments: 1_000), cancellationToken);
            round.Add("rate", await CopyLimit.MeasureAsync(empty, round.Length, cancellationToken), "scans/s");
            await bench.DropAsync(empty);
            return;
        }

        var load = await IngestLoad.MeasureAsync(bench, round, Connections, scans => ScanRequests.Arrays(scans, ScansEach), cancellationToken);
        round.Add("rate", load.Rate, "scans/s");
    }
}
