using Tracking.Benchmarks.Load;
using Tracking.Benchmarks.Processes;
using Tracking.Benchmarks.Running;

namespace Tracking.Benchmarks.Scenarios;

/// <summary>What a silo keeps in memory for each live shipment.</summary>
internal sealed class Memory : Scenario
{
    private const int Live = 1_000_000;

    public override string Name => "memory";

    public override string Setup(RunSettings settings) =>
        $"1 silo. After a full collection, empty and with {settings.Size(Live):n0} shipments in memory, each with its dispatch and two scans, brought there by a scan for each. Seeded and measured once.";

    public override int? Rounds => 1;

    public override async Task MeasureAsync(Bench bench, Round round, CancellationToken cancellationToken)
    {
        var live = bench.Settings.Size(Live);
        var journal = await bench.JournalAsync(new(live), cancellationToken);
        await using (var silo = Product.Silo(journal))
        {
            await silo.StartAsync(cancellationToken);
            var empty = await ProcessMemory.ReadAsync(silo.Id, cancellationToken);
            var woken = await IngestLoad.WarmAsync(silo, new(live), live, cancellationToken);
            var full = await ProcessMemory.ReadAsync(silo.Id, cancellationToken);
            round.Require(woken.Items == live, $"{woken.Items} of {live} shipments were woken");
            round.Add("heap", (double)(full.Heap - empty.Heap) / live, "bytes/shipment");
            round.Add("native", (double)(full.Native - empty.Native) / live, "bytes/shipment");
            round.Add("heap-and-native", (double)(full.Heap + full.Native - empty.Heap - empty.Native) / live, "bytes/shipment");
            round.Add("resident", (double)(full.Resident - empty.Resident) / live, "bytes/shipment");
        }

        await bench.DropAsync(journal);
    }
}
