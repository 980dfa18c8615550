using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Tracking.Dashboard.Live;

namespace Tracking.Dashboard.Officers;

/// <summary>The officers' page as a whole: files, API and live connection.</summary>
public static class OfficersPage
{
    /// <summary>The path of the live connection.</summary>
    public const string LivePath = "/live";

    /// <summary>
    /// Adds what the page needs. The host also registers an <c>IJournalReader</c> and Orleans' <c>IGrainFactory</c>.
    /// </summary>
    /// <param name="builder">The host's builder.</param>
    /// <param name="configure">Says whether the world is simulated and the silo inside.</param>
    public static IHostApplicationBuilder AddOfficersPage(this IHostApplicationBuilder builder, Action<OfficersPageOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        var options = services.AddOptions<OfficersPageOptions>();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        services.AddProblemDetails();
        services.AddResponseCompression(compression =>
            compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml", "application/problem+json"]);
        services.AddSignalR(hub =>
        {
            hub.MaximumReceiveMessageSize = 64 * 1024;
            hub.StreamBufferCapacity = 1;
            hub.MaximumParallelInvocationsPerClient = 2;
        }).AddMessagePackProtocol(protocol => protocol.SerializerOptions = PageMessagePack.Options);

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<LiveState>();
        services.AddSingleton<ChangeReader>();
        services.AddHostedService<FeedTailer>();
        services.AddHostedService<CounterReader>();
        services.AddHostedService<WatchReader>();
        return builder;
    }

    /// <summary>Maps the page, its API under <c>/api</c> and its live connection at <see cref="LivePath"/>.</summary>
    /// <param name="app">The host.</param>
    public static WebApplication MapOfficersPage(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseExceptionHandler();
        app.UseResponseCompression();
        app.MapPageFiles();
        app.MapOfficersApi();
        app.MapHub<LiveHub>(LivePath);
        return app;
    }
}
