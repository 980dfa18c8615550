using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.Configuration;
using Orleans.Serialization;
using Orleans.Storage;
using Tracking.Grains.Hosting;
using Tracking.Journal;
using Tracking.Silo.Clocks;

namespace Tracking.Silo.Hosting;

/// <summary>Puts the silo together: how it finds others, where what changes seldom is stored, how failures are noticed.</summary>
internal static class OrleansHosting
{
    public static void AddTrackingSilo(this IHostApplicationBuilder builder, ClusterSettings cluster, JournalOptions journal)
    {
        builder.UseOrleans(silo =>
        {
            silo.Configure<Orleans.Configuration.ClusterOptions>(options => (options.ClusterId, options.ServiceId) = (cluster.Id, ClusterSettings.ServiceId));
            if (cluster.Kind == ClusterSettings.Postgres)
            {
                AddPostgresCluster(silo, cluster, journal);
            }
            else
            {
                silo.UseLocalhostClustering(FreePort(cluster.SiloPort), FreePort(cluster.GatewayPort), null, ClusterSettings.ServiceId, cluster.Id);
            }

            AddRecordStorage(silo, journal);
            AddDirectory(silo);
            silo.Services.TryAddSingleton(ClockFiles.Read(builder.Configuration));
            silo.AddTrackingGrains(builder.Configuration);
        });
    }

    private static void AddPostgresCluster(ISiloBuilder silo, ClusterSettings cluster, JournalOptions journal)
    {
        silo.UseAdoNetClustering(options => (options.Invariant, options.ConnectionString) = ("Npgsql", journal.Postgres));
        var (siloPort, gatewayPort) = (FreePort(cluster.SiloPort), FreePort(cluster.GatewayPort));
        if (IPAddress.TryParse(cluster.AdvertisedAddress, out var address))
        {
            silo.ConfigureEndpoints(address, siloPort, gatewayPort, listenOnAnyHostAddress: !IPAddress.IsLoopback(address));
        }
        else
        {
            silo.ConfigureEndpoints(siloPort, gatewayPort, listenOnAnyHostAddress: true);
        }

        // A silo that dies is noticed in a few seconds; one that restarts elsewhere does not wait for its own ghost.
        silo.Configure<ClusterMembershipOptions>(options =>
        {
            options.ProbeTimeout = TimeSpan.FromSeconds(2);
            options.MaxProbeTimeout = TimeSpan.FromSeconds(4);
            options.NumMissedProbesLimit = 3;
            options.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(5);
            options.DefunctSiloCleanupPeriod = TimeSpan.FromHours(1);
        });
    }

    // What changes seldom. The serialiser is chosen before the first write and never changed: JSON without type names.
    private static void AddRecordStorage(ISiloBuilder silo, JournalOptions journal) =>
        silo.AddAdoNetGrainStorage("records", options =>
        {
            options.GrainStorageSerializer = new SystemTextJsonGrainStorageSerializer(Microsoft.Extensions.Options.Options.Create(new SystemTextJsonGrainStorageSerializerOptions()));
            (options.Invariant, options.ConnectionString) = journal.Store == JournalOptions.PostgreSql
                ? ("Npgsql", journal.Postgres)
                : ("System.Data.SQLite", RecordsFile.ConnectionString(journal.Folder!));
        });

    private static void AddDirectory(ISiloBuilder silo)
    {
#pragma warning disable ORLEANSEXP003 // Decision 0005: the default directory allows two activations, and a read from the stale one could say go.
        silo.AddDistributedGrainDirectory();
#pragma warning restore ORLEANSEXP003
    }

    private static int FreePort(int port)
    {
        if (port != 0)
        {
            return port;
        }

        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
