using System.Globalization;
using Npgsql;
using Tracking.Benchmarks.Load;
using Tracking.Benchmarks.Processes;
using Tracking.Benchmarks.Running;

namespace Tracking.Benchmarks.Scenarios;

/// <summary>Capture of EPCIS documents over HTTP: events acknowledged a second, and how long until their parcels know.</summary>
internal sealed class EpcisCapture : Scenario
{
    private static readonly int[] Sizes = [1, 50, 500];
    private static readonly int[] Connections = [4, 32];

    public override string Name => "epcis-capture";

    public override string Setup(RunSettings settings) => "1 silo, an empty journal for each size; documents of 1, 50 and 500 ObjectEvents, each about a parcel of its own, over 4 and 32 connections.";

    public override async Task MeasureAsync(Bench bench, Round round, CancellationToken cancellationToken)
    {
        foreach (var size in Sizes)
        {
            foreach (var connections in Connections)
            {
                await MeasureAsync(bench, round, size, connections, cancellationToken);
            }
        }
    }

    private static async Task MeasureAsync(Bench bench, Round round, int size, int connections, CancellationToken cancellationToken)
    {
        var database = await bench.EmptyDatabaseAsync(cancellationToken);
        await using (var silo = Product.Silo(database))
        {
            await silo.StartAsync(cancellationToken);
            await LoadGenerator.Http([silo.Api], connections, () => new EpcisRequests(size)).ForAsync(bench.Settings.WarmUp, cancellationToken);
            var load = await LoadGenerator.Http([silo.Api], connections, () => new EpcisRequests(size)).ForAsync(round.Length, cancellationToken);
            var prefix = string.Create(CultureInfo.InvariantCulture, $"{size}-over-{connections}");
            round.Add($"{prefix}-rate", load.Rate, "events/s");
            round.AddPercentiles($"{prefix}-", load.Latency);
            await using var source = NpgsqlDataSource.Create(database);
            await using var open = source.CreateCommand("SELECT coalesce(sum(events), 0) FROM epcis_jobs WHERE finished_at IS NULL");
            round.Add($"{prefix}-open", Convert.ToDouble(await open.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture), "events");
        }

        await bench.DropAsync(database);
    }
}
