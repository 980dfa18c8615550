using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Orleans.Configuration;
using Tracking.Dashboard.Demo;
using Tracking.Dashboard.Officers;
using Tracking.Journal;
using Tracking.Silo.Hosting;

namespace Tracking.Dashboard.Hosting;

/// <summary>The dashboard's host: the page, its API and its live connection, over an Orleans client or the silo in the same process.</summary>
internal static class DashboardApplication
{
    /// <summary>Over the silo in the same process.</summary>
    public static WebApplication BuildEmbedded(string[] args, WebApplication silo, EmbeddedSettings embedded, bool demo)
    {
        var builder = CreateBuilder(args);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        if (demo)
        {
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Demo:To"] = embedded.ApiUrl });
            builder.Services.AddDemo(builder.Configuration);
        }

        builder.Services.AddSingleton(silo.Services.GetRequiredService<IGrainFactory>());
        builder.Services.AddSingleton(silo.Services.GetRequiredService<IJournalReader>());
        return Finish(builder, page => (page.Demo, page.Embedded) = (demo, true));
    }

    /// <summary>As a client of the cluster that meets in PostgreSQL.</summary>
    public static WebApplication BuildClient(string[] args)
    {
        var builder = CreateBuilder(args);
        var cluster = builder.Configuration.GetSection(ClusterSettings.Section).Get<ClusterSettings>() ?? new ClusterSettings();
        var journal = builder.Configuration.GetSection("Journal").Get<JournalOptions>() ?? new JournalOptions();
        builder.Services.AddJournal(options => builder.Configuration.GetSection("Journal").Bind(options));
        builder.UseOrleansClient(client =>
        {
            client.Configure<ClusterOptions>(options => (options.ClusterId, options.ServiceId) = (cluster.Id, ClusterSettings.ServiceId));
            client.UseAdoNetClustering(options => (options.Invariant, options.ConnectionString) = ("Npgsql", journal.Postgres));
            client.Configure<GatewayOptions>(options => options.GatewayListRefreshPeriod = TimeSpan.FromSeconds(5));
            client.UseConnectionRetryFilter<ConnectionRetry>();
        });
        return Finish(builder, page => (page.Demo, page.Embedded) = (false, false));
    }

    private static WebApplicationBuilder CreateBuilder(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ApplicationName = typeof(DashboardApplication).Assembly.GetName().Name });
        builder.Services.AddOptions<DashboardSettings>().BindConfiguration(DashboardSettings.Section).ValidateDataAnnotations().ValidateOnStart();
        var settings = builder.Configuration.GetSection(DashboardSettings.Section).Get<DashboardSettings>() ?? new DashboardSettings();
        builder.WebHost.UseUrls(settings.Url);
        return builder;
    }

    private static WebApplication Finish(WebApplicationBuilder builder, Action<OfficersPageOptions> configure)
    {
        builder.AddOfficersPage(configure);
        builder.Services.AddHealthChecks();
        var app = builder.Build();
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready");
        app.MapOfficersPage();
        return app;
    }
}
