using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Tracking.Journal.Orders;
using Tracking.Journal.Postgres;
using Tracking.Journal.Sqlite;
using Tracking.Journal.Writing;

namespace Tracking.Journal;

/// <summary>Adds the journal to a host.</summary>
public static class JournalRegistration
{
    /// <summary>
    /// Adds <see cref="IJournal"/>, <see cref="IJournalStore"/>, <see cref="IJournalReader"/>, <see cref="ILeaseStore"/>, <see cref="Orders.IOrderStore"/>, <see cref="Epcis.IEventStore"/>, <see cref="Consolidations.IContentStore"/> and <see cref="JournalWriter"/>,
    /// each once. Who hosts grains starts the writer before them and disposes it after them.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Sets the options, for example from the section <c>Journal</c> of the configuration.</param>
    public static IServiceCollection AddJournal(this IServiceCollection services, Action<JournalOptions> configure)
    {
        services.AddOptions<JournalOptions>().Configure(configure).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<JournalOptions>, JournalOptionsRules>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IJournalStore>(CreateStore);
        services.TryAddSingleton<IJournalReader>(provider => new OverlaidReader(provider.GetRequiredService<IJournalStore>(), provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(provider => provider.GetRequiredService<IJournalStore>().Leases);
        services.TryAddSingleton(provider => provider.GetRequiredService<IJournalStore>().Orders);
        services.TryAddSingleton(provider => provider.GetRequiredService<IJournalStore>().Events);
        services.TryAddSingleton(provider => provider.GetRequiredService<IJournalStore>().Deadlines);
        services.TryAddSingleton(provider => provider.GetRequiredService<IJournalStore>().Contents);
        services.TryAddSingleton(provider => provider.GetRequiredService<IJournalStore>().Identities);
        services.TryAddSingleton(provider => provider.GetRequiredService<IJournalStore>().Deliveries);
        services.TryAddSingleton(provider => new JournalWriter(
            provider.GetRequiredService<IJournalStore>(),
            provider.GetRequiredService<IOptions<JournalOptions>>().Value,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<JournalWriter>>()));
        services.TryAddSingleton<IJournal>(provider => provider.GetRequiredService<JournalWriter>());
        return services;
    }

    private static IJournalStore CreateStore(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<JournalOptions>>().Value;
        var time = provider.GetRequiredService<TimeProvider>();
        return options.Store == JournalOptions.PostgreSql
            ? new PostgresStore(options.Postgres!, time, provider.GetRequiredService<ILogger<PostgresStore>>())
            : new SqliteStore(options.Folder!, time, provider.GetRequiredService<ILogger<SqliteStore>>());
    }
}
