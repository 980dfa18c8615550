using Npgsql;
using Spectre.Console;
using Tracking.Benchmarks.Baselines;
using Tracking.Chaos;
using Tracking.Postgres.Testing;

namespace Tracking.Benchmarks;

/// <summary>
/// Scenario 'ingest-batch': HTTP, arrays of 500 scans, 100,000 shipments under way, one silo, PostgreSQL and the load on the
/// same machine. Product and baselines take turns, so that the machine's moods fall on all of them.
/// </summary>
internal sealed class IngestBatch(RunSettings settings, IAnsiConsole console)
{
    private const string Scenario = "ingest-batch";

    /// <summary>Product and baselines.</summary>
    public static ImmutableArray<string> Subjects { get; } = ["product", "idiom", "plain", "limit"];

    private readonly Results results = new();

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var postgres = await TemporaryPostgres.StartAsync(new TemporaryPostgresOptions { Fsync = true }, cancellationToken);
        await console.Progress().StartAsync(async progress =>
        {
            var task = progress.AddTask(Scenario, maxValue: settings.Rounds * settings.Subjects.Length);
            for (var round = 1; round <= settings.Rounds; round++)
            {
                foreach (var subject in settings.Subjects)
                {
                    task.Description = $"{Scenario}: {subject}, round {round} of {settings.Rounds}";
                    var database = await postgres.CreateDatabaseAsync();
                    results.Add(Scenario, subject, "rate", "scans/s", await MeasureAsync(subject, database, round, cancellationToken));
                    NpgsqlConnection.ClearAllPools();
                    task.Increment(1);
                }
            }
        });
        console.MarkupLineInterpolated($"1 silo, {Load.Connections} connections, as many requests in flight, {settings.Length.TotalSeconds:0} s each after a warm-up over all {ScanBodies.Shipments:n0} shipments.");
        console.Write(results.Table());
        if (settings.Output is { } file)
        {
            await File.WriteAllTextAsync(file.FullName, results.Json(), cancellationToken);
        }

        return 0;
    }

    private async Task<double> MeasureAsync(string subject, string database, int seed, CancellationToken cancellationToken)
    {
        var url = new Uri($"http://127.0.0.1:{HostProcess.FreePort()}");
        if (subject == "limit")
        {
            // The journal's own table, laid by the product's migrations.
            await using (var silo = Product(url, database))
            {
                await silo.StartAsync(cancellationToken);
            }

            return await CopyLimit.MeasureAsync(database, settings.Length, cancellationToken);
        }

        await using var server = subject == "product" ? Product(url, database) : Baseline(subject, url, database);
        await server.StartAsync(cancellationToken);
        var bodies = new ScanBodies(seed);

        // The slow baselines are not walked through every shipment first: an insert or an update, it is one write a scan to them.
        var warm = subject == "product" ? ScanBodies.Shipments / ScanBodies.ScansEach : 20;
        await Load.WarmAsync(url, Load.Scans, Enumerable.Range(0, warm).Select(_ => bodies.Next()), cancellationToken);
        if (subject == "product")
        {
            await Load.WarmAsync(url, "/v1/dispatches", Enumerable.Range(0, warm).Select(i => bodies.Dispatches(i * ScanBodies.ScansEach)), cancellationToken);
        }

        return await Load.MeasureAsync(url, bodies, settings.Length, cancellationToken);
    }

    private static HostProcess Product(Uri url, string database) => new(
        "Tracking.Silo.dll",
        [
            "--Cluster:Kind=embedded", "--Cluster:SiloPort=0", "--Cluster:GatewayPort=0", "--Journal:Store=postgres", $"--Journal:Postgres={database}",
            $"--PartnerApi:Url={url}", "--Partners:Open=true", $"--Reports:Folder={Directory.CreateTempSubdirectory("tracking-bench-").FullName}",
            "--Logging:LogLevel:Default=Warning",
        ],
        url);

    private static HostProcess Baseline(string subject, Uri url, string database) =>
        new("Tracking.Benchmarks.dll", [$"serve-{subject}", url.ToString(), database], url);
}
