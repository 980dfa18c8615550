using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Orleans.TestingHost;
using Tracking.Grains.Hosting;
using Tracking.Grains.Leases;
using Tracking.Journal;

namespace Tracking.Grains.Tests.Cluster;

/// <summary>Two silos in this process over one journal, as two machines over one database.</summary>
internal sealed class TrackingCluster : IAsyncDisposable
{
    private readonly InProcessTestCluster cluster;
    private readonly Func<ValueTask> dropStore;

    private TrackingCluster(InProcessTestCluster cluster, IJournalStore store, SwitchedLease lease, Func<ValueTask> dropStore)
    {
        (this.cluster, Store, Lease, this.dropStore) = (cluster, store, lease, dropStore);
    }

    public IJournalStore Store { get; }

    public SwitchedLease Lease { get; }

    public IGrainFactory Grains => cluster.Client;

    public IReadOnlyList<InProcessSiloHandle> Silos => [.. cluster.Silos];

    public static async Task<TrackingCluster> StartAsync(StoreKind kind, Action<ISiloBuilder>? configure = null)
    {
        var (settings, drop) = await TestStores.NewAsync(kind);
        var lease = new SwitchedLease();
        var shared = BuildStore(settings);
        await shared.GetRequiredService<IJournalStore>().MigrateAsync(CancellationToken.None);
        var store = shared.GetRequiredService<IJournalStore>();
        var builder = new InProcessTestClusterBuilder(2);
        builder.ConfigureSilo((_, silo) =>
        {
            var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
            silo.Services.AddJournal(options => configuration.GetSection("Journal").Bind(options));
            silo.Services.Replace(ServiceDescriptor.Singleton(store));
            silo.Services.Replace(ServiceDescriptor.Singleton<IJournalReader>(store));
            silo.AddMemoryGrainStorage("records");
            silo.Services.AddSingleton(Law.Library);
            silo.AddTrackingGrains(configuration);
            silo.Services.Replace(ServiceDescriptor.Singleton<ISiloLease>(provider => lease.Over(provider.GetRequiredService<SiloLease>())));
            configure?.Invoke(silo);
        });
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return new TrackingCluster(cluster, store, lease, async () =>
        {
            await shared.DisposeAsync();
            await drop();
        });
    }

    public T GrainOn<T>(int silo, string key)
        where T : IGrainWithStringKey =>
        cluster.GetSiloServiceProvider(cluster.Silos[silo].SiloAddress).GetRequiredService<IGrainFactory>().GetGrain<T>(key);

    /// <summary>A service of one silo.</summary>
    public T ServiceOn<T>(int silo)
        where T : notnull => cluster.GetSiloServiceProvider(cluster.Silos[silo].SiloAddress).GetRequiredService<T>();

    public Task KillAsync(int silo) => cluster.KillSiloAsync(cluster.Silos[silo]);

    public Task StartAnotherAsync() => cluster.StartAdditionalSiloAsync();

    public Task StabilizeAsync() => cluster.WaitForLivenessToStabilizeAsync(true);

    public async ValueTask DisposeAsync()
    {
        await cluster.DisposeAsync();
        await dropStore();
    }

    private static ServiceProvider BuildStore(Dictionary<string, string?> settings)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        services.AddJournal(options => configuration.GetSection("Journal").Bind(options));
        return services.BuildServiceProvider();
    }
}
