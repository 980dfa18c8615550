using System.Globalization;
using Tracking.Chaos;

namespace Tracking.Benchmarks.Processes;

/// <summary>The product as it ships, each host in a process of its own.</summary>
internal static class Product
{
    /// <summary>One silo alone on a PostgreSQL journal.</summary>
    /// <param name="database">The journal.</param>
    /// <param name="settings">Further settings.</param>
    public static HostProcess Silo(string database, params ReadOnlySpan<string> settings) =>
        Silo(["--Cluster:Kind=embedded", "--Journal:Store=postgres", $"--Journal:Postgres={database}", .. settings]);

    /// <summary>A silo of a cluster that meets in the journal's database.</summary>
    public static HostProcess ClusterSilo(string database) => Silo([.. Cluster(database), "--Cluster:AdvertisedAddress=127.0.0.1"]);

    /// <summary>The officers' host, as a client of the cluster.</summary>
    public static HostProcess Dashboard(string database)
    {
        var url = FreeUrl();
        return new("Tracking.Dashboard.dll", [.. Cluster(database), $"--Dashboard:Url={url}", "--Logging:LogLevel:Default=Warning"], url);
    }

    /// <summary>The embedded default: page, silo and SQLite files in one process.</summary>
    public static HostProcess Embedded(string folder)
    {
        var url = FreeUrl();
        return new("Tracking.Dashboard.dll", [$"--Journal:Folder={folder}", $"--Dashboard:Url={FreeUrl()}", $"--PartnerApi:Url={url}"], url);
    }

    /// <summary>A baseline's server, which is this program.</summary>
    /// <param name="subject">Its name.</param>
    /// <param name="database">What it writes to.</param>
    public static HostProcess Baseline(string subject, string database)
    {
        var url = FreeUrl();
        return new("Tracking.Benchmarks.dll", [$"serve-{subject}", url.ToString(), database], url);
    }

    private static HostProcess Silo(IEnumerable<string> settings)
    {
        var url = FreeUrl();
        return new(
            "Tracking.Silo.dll",
            [
                .. settings, "--Cluster:SiloPort=0", "--Cluster:GatewayPort=0", $"--PartnerApi:Url={url}", "--Partners:Open=true",
                $"--Reports:Folder={Directory.CreateTempSubdirectory("tracking-bench-").FullName}", "--Logging:LogLevel:Default=Warning",
            ],
            url);
    }

    private static string[] Cluster(string database) => ["--Cluster:Kind=postgres", "--Cluster:Id=bench", "--Journal:Store=postgres", $"--Journal:Postgres={database}"];

    private static Uri FreeUrl() => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{HostProcess.FreePort()}"));
}
