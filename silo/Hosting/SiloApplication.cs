using Tracking.Domain.Shipments;
using Tracking.Grains.Shipments;
using Tracking.Journal;
using Tracking.Silo.Api;
using Tracking.Silo.Deliveries;
using Tracking.Silo.Health;

namespace Tracking.Silo.Hosting;

/// <summary>The silo's host: partner API, health, grains and journal. The dashboard runs the same one inside itself in the embedded mode.</summary>
public static class SiloApplication
{
    /// <summary>Puts the host together.</summary>
    /// <param name="args">Arguments of the command line: settings as <c>--Section:Key=value</c>.</param>
    /// <param name="settings">Settings that count for more than the environment and less than the command line.</param>
    public static WebApplication Build(string[] args, IReadOnlyDictionary<string, string?> settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ApplicationName = typeof(SiloApplication).Assembly.GetName().Name });
        builder.Configuration.AddInMemoryCollection(settings).AddCommandLine(args);
        var cluster = builder.Configuration.GetSection(ClusterSettings.Section).Get<ClusterSettings>() ?? new ClusterSettings();
        var journal = builder.Configuration.GetSection("Journal").Get<JournalOptions>() ?? new JournalOptions();
        builder.Services.AddOptions<ClusterSettings>().BindConfiguration(ClusterSettings.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddOptions<PartnerApiSettings>().BindConfiguration(PartnerApiSettings.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddJournal(options => builder.Configuration.GetSection("Journal").Bind(options));
        builder.AddTrackingSilo(cluster, journal);
        builder.Services.AddPartnerApi(builder.Configuration);
        builder.Services.AddDeliveryService();
        builder.Services.AddSiloHealth();

        // Draining a silo takes longer than the default of 30 seconds when it holds many shipments.
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(75));
        builder.WebHost.UseUrls((builder.Configuration.GetSection(PartnerApiSettings.Section).Get<PartnerApiSettings>() ?? new PartnerApiSettings()).Url);
        var app = builder.Build();
        app.MapPartnerApi();
        app.MapSiloHealth();
        return app;
    }

    /// <summary>What is configured for carriers: a recount folds their shipments with it, as the silo does.</summary>
    /// <param name="configuration">Where <c>Carriers</c> is configured.</param>
    public static Func<string, CarrierRules> CarrierRulesOf(IConfiguration configuration) =>
        new CarrierBook(Microsoft.Extensions.Options.Options.Create(configuration.Get<CarrierOptions>() ?? new CarrierOptions())).Of;

    /// <summary>Lays the tables and starts the host.</summary>
    /// <param name="app">The host.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task StartSiloAsync(this WebApplication app, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(app);
        var journal = app.Configuration.GetSection("Journal").Get<JournalOptions>() ?? new JournalOptions();
        await app.Services.GetRequiredService<IJournalStore>().MigrateAsync(cancellationToken);
        await OrleansTables.LayAsync(journal, cancellationToken);
        await app.StartAsync(cancellationToken);
    }
}
