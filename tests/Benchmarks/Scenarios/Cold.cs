using Tracking.Benchmarks.Load;
using Tracking.Benchmarks.Processes;
using Tracking.Benchmarks.Running;

namespace Tracking.Benchmarks.Scenarios;

/// <summary>After a restart nothing is in memory: how fast the next scan of every shipment is taken in.</summary>
internal sealed class Cold : Scenario
{
    private string journal = "";

    // Scans go on over all rounds: none is a duplicate.
    private readonly Scans scans = new(Shipments.UnderWay);

    public override string Name => "cold";

    public override string Setup(RunSettings settings) =>
        $"1 silo that has just started, 8 connections, one array of 500 scans in flight on each: one scan for each of {settings.Size(Shipments.UnderWay):n0} shipments that the journal has and memory has not. Seeded once, restarted each round.";

    public override async Task PrepareAsync(Bench bench, CancellationToken cancellationToken) =>
        journal = await bench.JournalAsync(new(bench.Settings.Size(Shipments.UnderWay)), cancellationToken);

    public override async Task MeasureAsync(Bench bench, Round round, CancellationToken cancellationToken)
    {
        await using var silo = Product.Silo(journal);
        await silo.StartAsync(cancellationToken);
        var load = await IngestLoad.WarmAsync(silo, scans, bench.Settings.Size(Shipments.UnderWay), cancellationToken);
        round.Add("rate", load.Rate, "scans/s");
        round.Add("time", load.Elapsed.TotalSeconds, "s");
    }
}
