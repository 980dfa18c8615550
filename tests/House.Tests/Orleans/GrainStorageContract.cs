using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Runtime;
using Orleans.Storage;

namespace Tracking.House.Tests.Orleans;

/// <summary>What the stored queries must hold, seen through Orleans' own storage class in a running silo.</summary>
public abstract class GrainStorageContract : IAsyncLifetime
{
    private IHost? silo;
    private IGrainStorage? storage;
    private IGrainStorage? deleting;

    /// <summary>Keys with and without a text part: they are told apart in different columns.</summary>
    public static TheoryData<string> Keys => ["counter/text", "counter/0f0e0d0c0b0a09080706050403020100"];

    private IGrainStorage Storage => storage!;

    public async Task InitializeAsync()
    {
        var (invariant, connectionString) = await CreateStoreAsync();
        silo = new HostBuilder()
            .ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Warning))
            .UseOrleans(builder => builder
                .UseLocalhostClustering(FreePort.Next(), FreePort.Next(), serviceId: "service", clusterId: "cluster")
                .AddAdoNetGrainStorage("rare", options => (options.Invariant, options.ConnectionString) = (invariant, connectionString))
                .AddAdoNetGrainStorage("deleting", options =>
                    (options.Invariant, options.ConnectionString, options.DeleteStateOnClear) = (invariant, connectionString, true)))
            .Build();
        await silo.StartAsync();
        storage = silo.Services.GetRequiredKeyedService<IGrainStorage>("rare");
        deleting = silo.Services.GetRequiredKeyedService<IGrainStorage>("deleting");
    }

    public async Task DisposeAsync()
    {
        await silo!.StopAsync();
        silo.Dispose();
        await DeleteStoreAsync();
    }

    [Theory, MemberData(nameof(Keys))]
    public async Task What_is_written_is_read_with_its_version(string key)
    {
        var never = await ReadAsync(key);
        Assert.False(never.RecordExists);
        Assert.Null(never.ETag);

        var mine = new GrainState<Count> { State = new() { Value = 1 } };
        await Storage.WriteStateAsync("state", GrainId.Parse(key), mine);
        mine.State!.Value = 2;
        await Storage.WriteStateAsync("state", GrainId.Parse(key), mine);

        var read = await ReadAsync(key);
        Assert.Equal((2, "2", true), (read.State!.Value, read.ETag, read.RecordExists));
        Assert.False((await ReadAsync(key, "other-state")).RecordExists);
    }

    [Theory, MemberData(nameof(Keys))]
    public async Task Of_many_first_writes_exactly_one_wins_and_the_state_stays_readable(string key)
    {
        await ExactlyOneWins(key, () => new GrainState<Count>());
        var read = await ReadAsync(key);
        Assert.Equal("1", read.ETag);
        await Storage.WriteStateAsync("state", GrainId.Parse(key), read);
        Assert.Equal("2", read.ETag);
    }

    [Theory, MemberData(nameof(Keys))]
    public async Task Of_many_writes_over_one_version_exactly_one_wins(string key)
    {
        await Storage.WriteStateAsync("state", GrainId.Parse(key), new GrainState<Count> { State = new() });
        await ExactlyOneWins(key, () => new GrainState<Count> { ETag = "1", RecordExists = true });
        Assert.Equal("2", (await ReadAsync(key)).ETag);
    }

    [Theory, MemberData(nameof(Keys))]
    public async Task A_write_over_a_version_of_a_state_that_is_not_there_is_refused(string key)
    {
        await Assert.ThrowsAsync<InconsistentStateException>(() =>
            Storage.WriteStateAsync("state", GrainId.Parse(key), new GrainState<Count> { ETag = "7", State = new() }));
        Assert.False((await ReadAsync(key)).RecordExists);
    }

    [Theory, MemberData(nameof(Keys))]
    public async Task A_cleared_state_is_gone_and_a_write_from_before_is_refused(string key)
    {
        var mine = new GrainState<Count> { State = new() { Value = 5 } };
        await Storage.WriteStateAsync("state", GrainId.Parse(key), mine);
        var stale = await ReadAsync(key);
        await Storage.ClearStateAsync("state", GrainId.Parse(key), mine);

        Assert.False((await ReadAsync(key)).RecordExists);
        await Assert.ThrowsAsync<InconsistentStateException>(() => Storage.WriteStateAsync("state", GrainId.Parse(key), stale));
        await Assert.ThrowsAsync<InconsistentStateException>(() => Storage.ClearStateAsync("state", GrainId.Parse(key), stale));

        var again = await ReadAsync(key);
        again.State = new() { Value = 6 };
        await Storage.WriteStateAsync("state", GrainId.Parse(key), again);
        Assert.Equal(6, (await ReadAsync(key)).State!.Value);
    }

    [Theory, MemberData(nameof(Keys))]
    public async Task A_state_that_is_deleted_begins_anew(string key)
    {
        var mine = new GrainState<Count> { State = new() { Value = 5 } };
        await deleting!.WriteStateAsync("state", GrainId.Parse(key), mine);
        await deleting.ClearStateAsync("state", GrainId.Parse(key), mine);

        Assert.Null((await ReadAsync(key)).ETag);
        await Storage.WriteStateAsync("state", GrainId.Parse(key), new GrainState<Count> { State = new() });
        Assert.Equal("1", (await ReadAsync(key)).ETag);
    }

    [Fact]
    public async Task A_grain_keeps_its_state_when_it_is_activated_again()
    {
        var grains = silo!.Services.GetRequiredService<IGrainFactory>();
        Assert.Equal(2, await grains.GetGrain<ICounterGrain>("mine").AddAsync(2));
        await grains.GetGrain<IManagementGrain>(0).ForceActivationCollection(TimeSpan.Zero);
        Assert.Equal(5, await grains.GetGrain<ICounterGrain>("mine").AddAsync(3));
    }

    protected abstract Task<(string Invariant, string ConnectionString)> CreateStoreAsync();

    protected virtual Task DeleteStoreAsync() => Task.CompletedTask;

    private async Task<GrainState<Count>> ReadAsync(string key, string state = "state")
    {
        var read = new GrainState<Count>();
        await Storage.ReadStateAsync(state, GrainId.Parse(key), read);
        return read;
    }

    private async Task ExactlyOneWins(string key, Func<GrainState<Count>> seen)
    {
        var won = await Task.WhenAll(Enumerable.Range(0, 12).Select(writer => Task.Run(async () =>
        {
            var state = seen();
            state.State = new() { Value = writer };
            try
            {
                await Storage.WriteStateAsync("state", GrainId.Parse(key), state);
                return writer;
            }
            catch (InconsistentStateException)
            {
                return -1;
            }
        })));
        var winner = Assert.Single(won, writer => writer >= 0);
        Assert.Equal(winner, (await ReadAsync(key)).State!.Value);
    }
}
