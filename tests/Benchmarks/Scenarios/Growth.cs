using Npgsql;
using Tracking.Benchmarks.Load;
using Tracking.Benchmarks.Processes;
using Tracking.Benchmarks.Running;
using Tracking.Benchmarks.Seeding;

namespace Tracking.Benchmarks.Scenarios;

/// <summary>Whether a scan costs the same with ten times as many shipments in the journal, and what it takes on disk.</summary>
internal sealed class Growth : Scenario
{
    private const int Connections = 8;
    private const int ScansEach = 500;
    private const int Few = 1_000_000;
    private const int Many = 10_000_000;

    public override string Name => "growth";

    public override string Setup(RunSettings settings) =>
        $"1 silo, {Connections} connections, one array of {ScansEach} scans in flight on each, over {settings.Size(Shipments.UnderWay):n0} shipments in memory that are spread evenly over the journal's {settings.Size(Few):n0} or {settings.Size(Many):n0}. Each size is seeded once and measured as often as there are rounds; disk: what the database grows by, without its log.";

    public override int? Rounds => 1;

    public override async Task MeasureAsync(Bench bench, Round round, CancellationToken cancellationToken)
    {
        var (few, many) = (bench.Settings.Size(Few), bench.Settings.Size(Many));
        var journal = await bench.EmptyDatabaseAsync(cancellationToken);
        await using (var seed = await JournalSeed.OpenAsync(journal, released: false, cancellationToken))
        {
            await seed.AddAsync(few, ofOneSeller: 0, cancellationToken);
            var before = await MeasureAsync(bench, round, journal, few, "1m", cancellationToken);
            await seed.AddAsync(many - few, ofOneSeller: 0, cancellationToken);
            var after = await MeasureAsync(bench, round, journal, many, "10m", cancellationToken);
            round.Add("rate-10m-to-1m", after / before, "ratio");
        }

        await bench.DropAsync(journal);
    }

    /// <summary>The median rate.</summary>
    private static async Task<double> MeasureAsync(Bench bench, Round round, string journal, int shipments, string name, CancellationToken cancellationToken)
    {
        var underWay = Math.Min(Shipments.UnderWay, shipments);
        var scans = new Scans(underWay, shipments / underWay, first: name == "1m" ? 0 : 1_000_000_000);
        await using var silo = Product.Silo(journal);
        await silo.StartAsync(cancellationToken);
        await IngestLoad.WarmAsync(silo, scans, underWay, cancellationToken);
        var load = LoadGenerator.Http([silo.Api], Connections, () => ScanRequests.Arrays(scans, ScansEach));
        await load.ForAsync(bench.Settings.WarmUp, cancellationToken);
        var rates = new List<double>();
        for (var window = 0; window < bench.Settings.Rounds; window++)
        {
            var size = await SizeAsync(journal, cancellationToken);
            var result = await load.ForAsync(round.Length, cancellationToken);
            round.Add($"rate-{name}", result.Rate, "scans/s");
            round.Add($"disk-{name}", (await SizeAsync(journal, cancellationToken) - size) / (double)result.Items, "bytes/scan");
            rates.Add(result.Rate);
        }

        return Medians.Of(rates);
    }

    private static async Task<long> SizeAsync(string journal, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(journal);
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand("SELECT pg_database_size(current_database())", connection);
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
