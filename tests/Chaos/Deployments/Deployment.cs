using Tracking.Journal;
using Tracking.Postgres.Testing;

namespace Tracking.Chaos.Deployments;

/// <summary>The product on some processes and a store, to be disturbed.</summary>
internal sealed class Deployment : IAsyncDisposable
{
    private readonly TemporaryPostgres? postgres;
    private readonly string folder;

    private Deployment(IReadOnlyList<HostProcess> hosts, JournalOptions journal, string folder, TemporaryPostgres? postgres) =>
        (Hosts, Journal, this.folder, this.postgres) = (hosts, journal, folder, postgres);

    public IReadOnlyList<HostProcess> Hosts { get; }

    public JournalOptions Journal { get; }

    /// <summary>The embedded host: page, silo and SQLite in one process.</summary>
    public static Deployment Embedded()
    {
        var (folder, api) = (NewFolder(), HostProcess.FreePort());
        var host = new HostProcess(
            "Tracking.Dashboard.dll",
            [$"--Dashboard:Url=http://127.0.0.1:{HostProcess.FreePort()}", $"--PartnerApi:Url=http://127.0.0.1:{api}", $"--Journal:Folder={folder}"],
            new Uri($"http://127.0.0.1:{api}"));
        return new([host], new JournalOptions { Store = JournalOptions.Sqlite, Folder = folder }, folder, null);
    }

    /// <summary>A silo on SQLite that does something wrong.</summary>
    public static Deployment Faulty(params string[] faults)
    {
        var (folder, api) = (NewFolder(), HostProcess.FreePort());
        var host = new HostProcess(
            "Tracking.Faults.dll",
            [
                "--Cluster:SiloPort=0", "--Cluster:GatewayPort=0", "--Journal:Store=sqlite", $"--Journal:Folder={folder}", $"--PartnerApi:Url=http://127.0.0.1:{api}",
                "--Partners:Open=true", $"--Reports:Folder={folder}", "--Logging:LogLevel:Default=Warning", .. faults,
            ],
            new Uri($"http://127.0.0.1:{api}"));
        return new([host], new JournalOptions { Store = JournalOptions.Sqlite, Folder = folder }, folder, null);
    }

    /// <summary>Silos that meet in PostgreSQL.</summary>
    public static async Task<Deployment> OnPostgresAsync(int silos, CancellationToken cancellationToken)
    {
        var postgres = await TemporaryPostgres.StartAsync(cancellationToken: cancellationToken);
        var (folder, database) = (NewFolder(), await postgres.CreateDatabaseAsync(cancellationToken));
        return new(
            [.. Enumerable.Range(0, silos).Select(_ => Silo(database, folder))],
            new JournalOptions { Store = JournalOptions.PostgreSql, Postgres = database },
            folder,
            postgres);
    }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var host in Hosts)
        {
            await host.StartAsync(cancellationToken);
        }
    }

    /// <summary>Kills a process and starts it again; now and then it is the database's server.</summary>
    /// <returns>What was killed.</returns>
    public async Task<string> DisturbAsync(Random random, CancellationToken cancellationToken)
    {
        if (postgres is not null && random.Next(4) == 0)
        {
            await postgres.RestartAsync(cancellationToken);
            return "PostgreSQL";
        }

        var place = random.Next(Hosts.Count);
        await Hosts[place].KillAsync();
        await Hosts[place].StartAsync(cancellationToken);
        return $"process {place + 1}";
    }

    /// <summary>Kills all processes; the store stays.</summary>
    public async Task KillAsync()
    {
        foreach (var host in Hosts)
        {
            await host.KillAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in Hosts)
        {
            await host.DisposeAsync();
        }

        if (postgres is not null)
        {
            await postgres.DisposeAsync();
        }

        Directory.Delete(folder, recursive: true);
    }

    private static HostProcess Silo(string database, string folder)
    {
        var (api, silo, gateway) = (HostProcess.FreePort(), HostProcess.FreePort(), HostProcess.FreePort());
        return new(
            "Tracking.Silo.dll",
            [
                "--Cluster:Kind=postgres", $"--Cluster:SiloPort={silo}", $"--Cluster:GatewayPort={gateway}", "--Cluster:AdvertisedAddress=127.0.0.1",
                "--Journal:Store=postgres", $"--Journal:Postgres={database}", $"--PartnerApi:Url=http://127.0.0.1:{api}", "--Partners:Open=true",
                $"--Reports:Folder={folder}", "--Logging:LogLevel:Default=Warning",
            ],
            new Uri($"http://127.0.0.1:{api}"));
    }

    private static string NewFolder() => Directory.CreateTempSubdirectory("tracking-chaos-").FullName;
}
