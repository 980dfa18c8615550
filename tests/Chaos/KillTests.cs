using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tracking.Contracts.Identifiers;
using Tracking.Domain.Shipments;
using Tracking.Domain.Shipments.Events;
using Tracking.Journal;
using Tracking.Postgres.Testing;

namespace Tracking.Chaos;

public sealed class KillTests
{
    private const int Seed = 20261124;
    private const int Arrays = 240;
    private const int ScansEach = 20;
    private const int Shipments = 300;
    private const int Kills = 3;
    private static readonly string[] Statuses = ["accepted", "in-transit-departed", "in-transit-arrived", "in-transit-sorted", "exception-weather", "out-for-delivery"];

    [Fact]
    public async Task Killed_again_and_again_the_embedded_host_loses_no_acknowledged_scan_and_doubles_none()
    {
        var folder = Directory.CreateTempSubdirectory("tracking-chaos-");
        var (page, api) = (HostProcess.FreePort(), HostProcess.FreePort());
        await using var host = new HostProcess(
            "Tracking.Dashboard.dll",
            [$"--Dashboard:Url=http://127.0.0.1:{page}", $"--PartnerApi:Url=http://127.0.0.1:{api}", $"--Journal:Folder={folder.FullName}"],
            new Uri($"http://127.0.0.1:{api}"));
        await RunAsync(host, new() { ["Journal:Store"] = "sqlite", ["Journal:Folder"] = folder.FullName });
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Killed_again_and_again_a_silo_on_PostgreSQL_loses_no_acknowledged_scan_and_doubles_none()
    {
        await using var postgres = await TemporaryPostgres.StartAsync();
        var database = await postgres.CreateDatabaseAsync();
        var (api, silo, gateway) = (HostProcess.FreePort(), HostProcess.FreePort(), HostProcess.FreePort());
        await using var host = new HostProcess(
            "Tracking.Silo.dll",
            [
                "--Cluster:Kind=postgres", $"--Cluster:SiloPort={silo}", $"--Cluster:GatewayPort={gateway}", "--Cluster:AdvertisedAddress=127.0.0.1",
                "--Journal:Store=postgres", $"--Journal:Postgres={database}", $"--PartnerApi:Url=http://127.0.0.1:{api}", "--Partners:Open=true",
                $"--Reports:Folder={Path.Combine(Path.GetTempPath(), Path.GetRandomFileName())}",
            ],
            new Uri($"http://127.0.0.1:{api}"));
        await RunAsync(host, new() { ["Journal:Store"] = "postgres", ["Journal:Postgres"] = database });
    }

    private static async Task RunAsync(HostProcess host, Dictionary<string, string?> journal)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        var acknowledged = new Acknowledged();
        using var sender = new Sender(host.Api, acknowledged);
        await host.StartAsync(deadline.Token);
        var sending = Parallel.ForEachAsync(Plan(), new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = deadline.Token }, async (scans, ct) => await sender.SendAsync(scans, ct));
        for (var kill = 1; kill <= Kills; kill++)
        {
            await Task.WhenAny(sending, sender.AnsweredAsync(kill * Arrays / (Kills + 1)));
            await host.KillAsync();
            await host.StartAsync(deadline.Token);
        }

        await sending;
        await host.KillAsync();
        await CheckAsync(acknowledged, journal);
    }

    private static async Task CheckAsync(Acknowledged acknowledged, Dictionary<string, string?> journal)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(journal).Build();
        var services = new ServiceCollection().AddLogging().AddJournal(options => configuration.GetSection("Journal").Bind(options));
        await using var provider = services.BuildServiceProvider();
        var store = provider.GetRequiredService<IJournalStore>();
        await store.MigrateAsync(CancellationToken.None);
        var facts = 0;
        foreach (var number in acknowledged.Numbers)
        {
            var key = ShipmentNumber.Parse($"chaos/{number}");
            var stream = (await store.LoadAsync([key], CancellationToken.None))[0];
            var ids = stream.Events.OfType<FactEvent>().Select(e => e.Fact.Id!).ToList();
            Assert.True(ids.Count == ids.Distinct(StringComparer.Ordinal).Count(), $"Seed {Seed}: {key} has a scan twice.");
            Assert.True(acknowledged.Of(number).All(ids.Contains), $"Seed {Seed}: {key} has lost an acknowledged scan.");
            var row = (await store.ReadRowsAsync([key], CancellationToken.None))[0];
            Assert.Equal((stream.Version, ShipmentState.Empty(key, CarrierRules.Default).After(stream.Events).Picture.Status), (row.Version, row.Status));
            facts += ids.Count;
        }

        var counts = await store.ReadCountsAsync("", CancellationToken.None);
        Assert.Equal((acknowledged.Numbers.Count(), facts), (counts.Shipments, counts.Facts));
        Assert.Equal(Arrays * ScansEach, acknowledged.Count);
    }

    private static IEnumerable<IReadOnlyList<(string Number, string Id, string Json)>> Plan()
    {
        var random = new Random(Seed);
        var start = new DateTimeOffset(2026, 5, 4, 6, 0, 0, TimeSpan.Zero);
        for (var array = 0; array < Arrays; array++)
        {
            yield return [.. Enumerable.Range(0, ScansEach).Select(i =>
            {
                var number = $"C{random.Next(Shipments).ToString("d6", CultureInfo.InvariantCulture)}";
                var id = $"e{array}-{i}";
                var json = JsonSerializer.Serialize(new
                {
                    carrier = "chaos",
                    number,
                    id,
                    occurredAt = start.AddSeconds((array * ScansEach) + i).ToString("O", CultureInfo.InvariantCulture),
                    status = Statuses[random.Next(Statuses.Length)],
                    place = new { country = "DE" },
                });
                return (number, id, json);
            })];
        }
    }
}
