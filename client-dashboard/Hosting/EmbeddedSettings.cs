using Tracking.Journal;
using Tracking.Silo.Hosting;

namespace Tracking.Dashboard.Hosting;

/// <summary>Settings of the embedded mode: one silo in this process, on SQLite files, loopback only, no keys.</summary>
internal sealed record EmbeddedSettings(string PageUrl, string ApiUrl, string Folder, IReadOnlyDictionary<string, string?> Settings)
{
    /// <summary>The same with a key for what tells sellers apart, where none is configured: made once, and kept beside the journal.</summary>
    public EmbeddedSettings WithIdentityKey(IConfiguration configuration) => configuration["Identity:Keys:0"] is not null
        ? this
        : this with { Settings = new Dictionary<string, string?>(Settings) { ["Identity:Keys:0"] = IdentityKeyFile.ReadOrMake(Folder) } };

    public static EmbeddedSettings From(IConfiguration configuration, bool demo)
    {
        // The demo has a folder of its own: simulated parcels never mix with real ones.
        var folder = configuration["Journal:Folder"] ?? Path.Combine("data", demo ? "demo" : "embedded");
        var pageUrl = configuration["Dashboard:Url"] ?? new DashboardSettings().Url;
        var apiUrl = configuration["PartnerApi:Url"] ?? new PartnerApiSettings().Url;
        return new EmbeddedSettings(pageUrl, apiUrl, folder, new Dictionary<string, string?>
        {
            ["Cluster:Kind"] = ClusterSettings.Embedded,
            ["Cluster:SiloPort"] = "0",
            ["Cluster:GatewayPort"] = "0",
            ["Journal:Store"] = configuration["Journal:Store"] ?? JournalOptions.Sqlite,
            ["Journal:Folder"] = folder,
            ["PartnerApi:Url"] = apiUrl,
            ["Evidence:Folder"] = configuration["Evidence:Folder"] ?? Path.Combine(folder, "evidence"),
            ["Reports:Folder"] = configuration["Reports:Folder"] ?? Path.Combine(folder, "reports"),
            ["Partners:Open"] = configuration["Partners:Open"] ?? "true",
            ["Carriers:olist:Domestic"] = "true",
            ["Logging:LogLevel:Orleans.Runtime.Watchdog"] = "Error",

            // What fails at the start is said in one sentence, not in a trace before it.
            ["Logging:LogLevel:Microsoft.Extensions.Hosting.Internal.Host"] = "None",
            ["Logging:LogLevel:Default"] = configuration["Logging:LogLevel:Default"] ?? "Warning",
        });
    }
}
