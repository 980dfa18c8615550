using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Tracking.Faults;
using Tracking.Journal;
using Tracking.Journal.Postgres;
using Tracking.Journal.Sqlite;
using Tracking.Journal.Writing;

[assembly: HostingStartup(typeof(FaultyJournal))]

namespace Tracking.Faults;

/// <summary>Puts a store with the configured fault in the place of the journal's own.</summary>
public sealed class FaultyJournal : IHostingStartup
{
    /// <inheritdoc/>
    public void Configure(IWebHostBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ConfigureServices(services =>
        {
            services.AddSingleton(provider => Decorate(Store(provider), provider.GetRequiredService<IConfiguration>()));
            services.AddSingleton(provider => FaultOf(provider.GetRequiredService<IConfiguration>()) == Fault.AcknowledgedBeforeCommit
                ? HastyJournal.Before(provider.GetRequiredService<JournalWriter>())
                : provider.GetRequiredService<JournalWriter>());
        });
    }

    private static Fault FaultOf(IConfiguration configuration) => configuration.GetValue("Faults:Fault", Fault.None);

    private static IJournalStore Decorate(IJournalStore store, IConfiguration configuration)
    {
        var streams = configuration.GetValue("Faults:StaleActivations", false) ? StaleStreams.Before(store) : store;
        return FaultOf(configuration) switch
        {
            Fault.AppendedWithoutFence => UnfencedStore.Before(streams, store),
            Fault.TallyAddedTwice => DoublingStore.Before(streams),
            Fault.AppendDropped => DroppingStore.Before(streams),
            _ => streams,
        };
    }

    private static IJournalStore Store(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<JournalOptions>>().Value;
        var time = provider.GetRequiredService<TimeProvider>();
        return options.Store == JournalOptions.PostgreSql
            ? new PostgresStore(options.Postgres!, time, provider.GetRequiredService<ILogger<PostgresStore>>())
            : new SqliteStore(options.Folder!, time, provider.GetRequiredService<ILogger<SqliteStore>>());
    }
}
