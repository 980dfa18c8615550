using Npgsql;
using Tracking.Benchmarks.Load;
using Tracking.Benchmarks.Processes;
using Tracking.Benchmarks.Running;
using Tracking.Benchmarks.Seeding;
using Tracking.Chaos;

namespace Tracking.Benchmarks.Scenarios;

/// <summary>Whether a scan costs the same with ten times as many shipments in the journal, and what it takes on disk.</summary>
internal sealed class Growth : Scenario
{
    private const int Connections = 8;
    private const int ScansEach = 500;
    private const int Few = 1_000_000;
    private const int Many = 10_000_000;

    // Between the numbers of the scans of one walk and the next.
    private const long Apart = 20_000_000;
    private long sent;

    public override string Name => "growth";

    public override string Setup(RunSettings settings) =>
        $"1 silo, {Connections} connections, one array of {ScansEach} scans in flight on each, over {settings.Size(Shipments.UnderWay):n0} shipments in memory, of {settings.Size(Few):n0} or {settings.Size(Many):n0} in the journal: latest-: those that came last, whose rows lie together, as those under way do; spread-: every so many-th, none near another. Each size is seeded once and measured as often as there are rounds; disk: what the database grows by, without its log.";

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
            round.Add("latest-10m-to-1m", after.Latest / before.Latest, "ratio");
            round.Add("spread-10m-to-1m", after.Spread / before.Spread, "ratio");
        }

        await bench.DropAsync(journal);
    }

    /// <summary>The median rates.</summary>
    private async Task<(double Latest, double Spread)> MeasureAsync(Bench bench, Round round, string journal, int shipments, string size, CancellationToken cancellationToken)
    {
        var underWay = bench.Settings.Size(Shipments.UnderWay);
        await using var silo = Product.Silo(journal);
        await silo.StartAsync(cancellationToken);
        var latest = new Scans(underWay, offset: shipments - underWay, first: sent += Apart);
        var spread = new Scans(underWay, stride: shipments / underWay, first: sent += Apart);
        return (await WindowsAsync(bench, round, silo, journal, latest, $"latest-{size}", cancellationToken), await WindowsAsync(bench, round, silo, journal, spread, $"spread-{size}", cancellationToken));
    }

    private static async Task<double> WindowsAsync(Bench bench, Round round, HostProcess silo, string journal, Scans scans, string name, CancellationToken cancellationToken)
    {
        await IngestLoad.WarmAsync(silo, scans, bench.Settings.Size(Shipments.UnderWay), cancellationToken);
        var load = LoadGenerator.Http([silo.Api], Connections, () => ScanRequests.Arrays(scans, ScansEach));
        await load.ForAsync(bench.Settings.WarmUp, cancellationToken);
        var rates = new List<double>();
        for (var window = 0; window < bench.Settings.Rounds; window++)
        {
            var before = await SizeAsync(journal, cancellationToken);
            var result = await load.ForAsync(round.Length, cancellationToken);
            round.Add(name, result.Rate, "scans/s");
            round.Add($"{name}-disk", (await SizeAsync(journal, cancellationToken) - before) / (double)result.Items, "bytes/scan");
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
