using System.Globalization;
using Npgsql;
using Tracking.Benchmarks.Load;
using Tracking.Benchmarks.Processes;
using Tracking.Benchmarks.Running;

namespace Tracking.Benchmarks.Scenarios;

/// <summary>Capture of EPCIS documents over HTTP: events acknowledged a second, and how many their parcels know of.</summary>
internal sealed class EpcisCapture : Scenario
{
    private static readonly int[] Sizes = [1, 50, 500];
    private static readonly int[] Connections = [4, 32];

    public override string Name => "epcis-capture";

    public override string Setup(RunSettings settings) =>
        $"1 silo; documents of 1, 50 and 500 ObjectEvents over 4 and 32 connections, about {settings.Size(Shipments.UnderWay):n0} parcels under way, all of them in memory; new-: each event about a parcel that nobody heard of before, over 32.";

    public override async Task MeasureAsync(Bench bench, Round round, CancellationToken cancellationToken)
    {
        var parcels = bench.Settings.Size(Shipments.UnderWay);
        var database = await bench.EmptyDatabaseAsync(cancellationToken);
        await using (var silo = Product.Silo(database))
        await using (var source = NpgsqlDataSource.Create(database))
        {
            await silo.StartAsync(cancellationToken);
            await LoadGenerator.Http([silo.Api], 8, EpcisRequests.Walk(parcels, 500)).AllAsync(cancellationToken);
            await LoadGenerator.Http([silo.Api], 8, () => EpcisRequests.Among(parcels, 50)).ForAsync(bench.Settings.WarmUp, cancellationToken);
            foreach (var size in Sizes)
            {
                foreach (var connections in Connections)
                {
                    await MeasureAsync(round, silo.Api, source, $"{size}-over-{connections}", connections, () => EpcisRequests.Among(parcels, size), cancellationToken);
                }
            }

            foreach (var size in Sizes)
            {
                await MeasureAsync(round, silo.Api, source, $"new-{size}-over-32", 32, () => EpcisRequests.New(size), cancellationToken);
            }
        }

        await bench.DropAsync(database);
    }

    private static async Task MeasureAsync(
        Round round, Uri api, NpgsqlDataSource source, string prefix, int connections, Func<IRequests> requests, CancellationToken cancellationToken)
    {
        await LoadGenerator.Http([api], connections, requests).ForAsync(TimeSpan.FromSeconds(1), cancellationToken);
        var before = await ToldAsync(source, cancellationToken);
        var load = await LoadGenerator.Http([api], connections, requests).ForAsync(round.Length, cancellationToken);
        var after = await ToldAsync(source, cancellationToken);
        round.Add($"{prefix}-rate", load.Rate, "events/s");
        round.Add($"{prefix}-told", (after.Told - before.Told) / load.Elapsed.TotalSeconds, "events/s");
        round.Add($"{prefix}-open", after.Open, "events");
        round.AddPercentiles($"{prefix}-", load.Latency);
        while ((await ToldAsync(source, cancellationToken)).Open > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, cancellationToken);
        }
    }

    /// <summary>Of how many events the parcels know, and of how many not yet.</summary>
    private static async Task<(double Told, double Open)> ToldAsync(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(
            "SELECT coalesce(sum(events) FILTER (WHERE finished_at IS NOT NULL), 0), coalesce(sum(events) FILTER (WHERE finished_at IS NULL), 0) FROM epcis_jobs");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return (Convert.ToDouble(reader.GetValue(0), CultureInfo.InvariantCulture), Convert.ToDouble(reader.GetValue(1), CultureInfo.InvariantCulture));
    }
}
