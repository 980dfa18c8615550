using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Runtime;
using Tracking.Grains.Deadlines;
using Tracking.Grains.Identity;
using Tracking.Grains.Leases;
using Tracking.Grains.Orders;
using Tracking.Grains.Shipments;
using Tracking.Grains.Shipments.Homes;

namespace Tracking.Grains.Hosting;

/// <summary>Adds the grains to a silo. The journal is added by the host.</summary>
public static class TrackingGrains
{
    /// <summary>Adds the grains with what they share, the silo's lease and the journal's place in the silo's life.</summary>
    /// <param name="silo">The silo.</param>
    /// <param name="configuration">Where <c>Carriers</c> is configured.</param>
    public static ISiloBuilder AddTrackingGrains(this ISiloBuilder silo, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(silo);
        silo.Services.AddOptions<CarrierOptions>().Bind(configuration).ValidateOnStart();
        silo.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<CarrierOptions>, CarrierOptionsRules>());
        silo.Services.TryAddSingleton(TimeProvider.System);
        silo.Services.AddSingleton<CarrierBook>();
        silo.Services.AddSingleton<ResidentShipments>();
        silo.Services.AddSingleton<IResidentShipments>(provider => provider.GetRequiredService<ResidentShipments>());
        silo.Services.AddPlacementDirector<HomePlacement, ShipmentHomes>();
        silo.AddGrainService<ShipmentRelay>();
        silo.Services.AddSingleton<IShipmentRelays, ShipmentRelays>();
        silo.Services.AddSingleton<ShipmentServices>();
        silo.Services.AddSingleton<StandingOrders>();
        silo.Services.AddSingleton<SweptEpoch>();
        silo.Services.AddSingleton<OrderWriter>();
        silo.Services.AddSingleton<LeaseWatch>();
        silo.Services.AddSingleton(provider => new WorkShares(provider.GetRequiredService<LeaseWatch>(), provider.GetRequiredService<ILocalSiloDetails>()));
        silo.Services.AddSingleton<OrderTrials>();
        silo.Services.AddSingleton<IOrderDesk, OrderDesk>();
        silo.Services.AddOptions<IdentityOptions>().Bind(configuration.GetSection(IdentityOptions.Section)).ValidateOnStart();
        silo.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<IdentityOptions>, IdentityOptionsRules>());
        silo.Services.AddSingleton<OrderInheritance>();
        silo.Services.AddSingleton<IIdentityDesk, IdentityDesk>();
        silo.Services.AddHostedService<InheritanceSweep>();
        silo.Services.AddSingleton<SiloLease>();
        silo.Services.AddSingleton<ISiloLease>(provider => provider.GetRequiredService<SiloLease>());
        silo.Services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>>(provider => provider.GetRequiredService<SiloLease>());
        silo.Services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>, JournalLifecycle>();
        silo.Services.AddHostedService<LinkKeeper>();
        silo.Services.AddHostedService<ResidentSweep>();
        silo.Services.AddHostedService<JournalSweep>();
        silo.Services.AddSingleton<DeadlineMetrics>();
        silo.Services.AddHostedService<DeadlineWaker>();

        // Parcels are scanned hours apart: with the default of 15 minutes nearly every scan would find a cold grain.
        silo.Configure<GrainCollectionOptions>(options => options.EnableActivationSheddingOnMemoryPressure = true);
        return silo;
    }
}
