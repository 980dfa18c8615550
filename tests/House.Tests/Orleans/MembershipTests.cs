using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Runtime;

namespace Tracking.House.Tests.Orleans;

[Collection(PostgresCollection.Name)]
public sealed class MembershipTests(PostgresFixture postgres)
{
    private static readonly DateTime Start = new(2026, 5, 4, 3, 2, 1, DateTimeKind.Utc);

    [Fact]
    public async Task A_silo_enters_with_the_version_that_it_saw_and_only_once()
    {
        var table = await CreateTableAsync();
        var empty = await table.ReadAllAsync();
        Assert.Empty(empty.Members);
        Assert.Equal(0, empty.Version.Version);

        Assert.True(await table.InsertRowAsync(Silo(1), empty.Version.Next()));
        Assert.False(await table.InsertRowAsync(Silo(2), empty.Version.Next()), "an older version must not pass");

        var one = await table.ReadAllAsync();
        Assert.Equal(1, one.Version.Version);
        Assert.False(await table.InsertRowAsync(Silo(1), one.Version.Next()), "the same silo must not enter twice");
        Assert.Equal(1, (await table.ReadAllAsync()).Version.Version);

        var entry = (await table.ReadRowAsync(Silo(1).SiloAddress)).Members.Single().Item1;
        Assert.Equal(Silo(1).SiloAddress, entry.SiloAddress);
        Assert.Equal(SiloStatus.Joining, entry.Status);
        Assert.Equal(Start, entry.StartTime);
        Assert.Equal("silo1", entry.SiloName);
        var unknown = await table.ReadRowAsync(Silo(9).SiloAddress);
        Assert.Empty(unknown.Members);
        Assert.Equal(1, unknown.Version.Version);
    }

    [Fact]
    public async Task A_change_carries_status_suspicions_and_a_raised_version()
    {
        var table = await CreateTableAsync(Silo(1), Silo(2));
        var seen = await table.ReadAllAsync();
        var (entry, etag) = seen.Members.Single(member => member.Item1.SiloAddress.Equals(Silo(1).SiloAddress));
        entry.Status = SiloStatus.Active;
        entry.AddOrUpdateSuspector(Silo(2).SiloAddress, Start, 2);

        Assert.True(await table.UpdateRowAsync(entry, etag, seen.Version.Next()));
        Assert.False(await table.UpdateRowAsync(entry, etag, seen.Version.Next()), "an older version must not pass");

        var after = await table.ReadRowAsync(entry.SiloAddress);
        Assert.Equal(seen.Version.Version + 1, after.Version.Version);
        Assert.Equal(SiloStatus.Active, after.Members.Single().Item1.Status);
        Assert.Equal(Silo(2).SiloAddress, after.Members.Single().Item1.SuspectTimes!.Single().Item1);
    }

    [Fact]
    public async Task Of_many_changes_from_one_version_exactly_one_wins()
    {
        var table = await CreateTableAsync(Silo(1), Silo(2));
        var seen = await table.ReadAllAsync();

        var attempts = await Task.WhenAll(Enumerable.Range(0, 24).Select(attempt => Task.Run(() => attempt % 2 == 0
            ? table.UpdateRowAsync(Silo(1 + (attempt / 2 % 2), SiloStatus.Active), seen.Members[0].Item2, seen.Version.Next())
            : table.InsertRowAsync(Silo(10 + attempt), seen.Version.Next()))));

        Assert.Single(attempts, won => won);
        Assert.Equal(seen.Version.Version + 1, (await table.ReadAllAsync()).Version.Version);
    }

    [Fact]
    public async Task A_sign_of_life_never_goes_back()
    {
        var table = await CreateTableAsync(Silo(1));
        await table.UpdateIAmAliveAsync(Silo(1, alive: Start.AddMinutes(5)));
        await table.UpdateIAmAliveAsync(Silo(1, alive: Start.AddMinutes(2)));
        Assert.Equal(Start.AddMinutes(5), await AliveAsync());

        var seen = await table.ReadAllAsync();
        Assert.True(await table.UpdateRowAsync(Silo(1, SiloStatus.Active, Start.AddMinutes(1)), seen.Members.Single().Item2, seen.Version.Next()));
        Assert.Equal(Start.AddMinutes(5), await AliveAsync());

        async Task<DateTime> AliveAsync() => (await table.ReadAllAsync()).Members.Single().Item1.IAmAliveTime;
    }

    [Fact]
    public async Task Cleaning_up_takes_old_dead_silos_and_nobody_else()
    {
        var old = Start.AddDays(-10);
        var table = await CreateTableAsync(
            Silo(1, SiloStatus.Dead, old, old), Silo(2, SiloStatus.Active, old, old), Silo(3, SiloStatus.Dead, Start, old));

        await table.CleanupDefunctSiloEntriesAsync(new DateTimeOffset(Start.AddDays(-5)));

        var left = (await table.ReadAllAsync()).Members.Select(member => member.Item1.SiloAddress.Generation).Order();
        Assert.Equal([2, 3], left);
        await table.DeleteMembershipTableEntriesAsync("cluster");
        await table.InitializeMembershipTableAsync(true);
        Assert.Empty((await table.ReadAllAsync()).Members);
    }

    [Fact]
    public async Task Two_silos_find_each_other_and_one_notices_that_the_other_has_left()
    {
        var connectionString = await postgres.CreateDatabaseAsync();
        using var first = BuildSilo(connectionString);
        using var second = BuildSilo(connectionString);
        await first.StartAsync();
        await second.StartAsync();
        await ActiveSilos(first, 2);
        await ActiveSilos(second, 2);

        var grain = first.Services.GetRequiredService<IGrainFactory>().GetGrain<ICounterGrain>("both");
        await grain.AddAsync(3);
        Assert.Equal(5, await second.Services.GetRequiredService<IGrainFactory>().GetGrain<ICounterGrain>("both").AddAsync(2));
        using var client = new HostBuilder().UseOrleansClient(builder => builder
            .UseAdoNetClustering(options => (options.Invariant, options.ConnectionString) = ("Npgsql", connectionString))
            .Configure<ClusterOptions>(options => (options.ClusterId, options.ServiceId) = ("cluster", "service"))).Build();
        await client.StartAsync();
        Assert.Equal(6, await client.Services.GetRequiredService<IClusterClient>().GetGrain<ICounterGrain>("both").AddAsync(1));
        await client.StopAsync();

        await second.StopAsync();
        await ActiveSilos(first, 1);
        Assert.Equal(7, await grain.AddAsync(1));
        await first.StopAsync();
    }

    /// <summary>Waits until the silo's own view of the cluster holds that many active silos.</summary>
    private static async Task ActiveSilos(IHost host, int expected)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var membership = host.Services.GetRequiredService<IClusterMembershipService>();
        while (true)
        {
            // Subscribed anew each time so that the current view is seen first; the views after it come as they happen.
            await foreach (var view in membership.MembershipUpdates.WithCancellation(patience.Token))
            {
                if (view.Members.Values.Count(member => member.Status == SiloStatus.Active) == expected)
                {
                    return;
                }
            }
        }
    }

    private async Task<IMembershipTable> CreateTableAsync(params MembershipEntry[] silos)
    {
        var host = BuildSilo(await postgres.CreateDatabaseAsync());
        var table = host.Services.GetRequiredService<IMembershipTable>();
        await table.InitializeMembershipTableAsync(true);
        foreach (var silo in silos)
        {
            Assert.True(await table.InsertRowAsync(silo, (await table.ReadAllAsync()).Version.Next()));
        }

        return table;
    }

    private static IHost BuildSilo(string connectionString) => new HostBuilder()
        .ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Warning))
        .UseOrleans(builder => builder
            .UseAdoNetClustering(options => (options.Invariant, options.ConnectionString) = ("Npgsql", connectionString))
            .AddAdoNetGrainStorage("rare", options => (options.Invariant, options.ConnectionString) = ("Npgsql", connectionString))
            .ConfigureEndpoints(IPAddress.Loopback, FreePort.Next(), FreePort.Next())
            .Configure<ClusterOptions>(options => (options.ClusterId, options.ServiceId) = ("cluster", "service")))
        .Build();

    private static MembershipEntry Silo(
        int generation, SiloStatus status = SiloStatus.Joining, DateTime? alive = null, DateTime? start = null) => new()
        {
            SiloAddress = SiloAddress.New(IPAddress.Loopback, 11111, generation),
            SiloName = $"silo{generation}",
            HostName = "here",
            Status = status,
            ProxyPort = 30000,
            StartTime = start ?? Start,
            IAmAliveTime = alive ?? Start,
        };
}
