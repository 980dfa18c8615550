using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Statuses;
using Tracking.Domain.Shipments.Events;

namespace Tracking.Journal.Tests.Stores;

/// <summary>What every store promises. Each store's class runs all of it.</summary>
public abstract partial class StoreTests : IAsyncLifetime
{
    private protected IJournalStore Store { get; private set; } = null!;

    /// <summary>An empty store of its own, not migrated yet; the same place again on a further call.</summary>
    private protected abstract Task<IJournalStore> OpenAsync();

    /// <summary>Closes a store that <see cref="OpenAsync"/> gave.</summary>
    private protected abstract ValueTask CloseAsync(IJournalStore store);

    public async Task InitializeAsync()
    {
        Store = await OpenAsync();
        await Store.MigrateAsync(default);
    }

    public virtual async Task DisposeAsync() => await CloseAsync(Store);

    private protected async Task<AppendResult> Commit(Append append) => (await Store.CommitAsync([append], 0, default))[0];

    private protected async Task<ImmutableArray<AppendResult>> Commit(params Append[] batch) => await Store.CommitAsync(batch, 0, default);

    private protected async Task<LoadedStream> Load(ShipmentNumber number) => (await Store.LoadAsync([number], default))[0];

    private protected static IEnumerable<string?> Ids(LoadedStream stream) => stream.Events.Select(value => ((FactEvent)value).Fact.Id);

    private protected static ShipmentFilter Everything => new();

    private protected async Task<List<string>> Numbers(ShipmentFilter filter) =>
        [.. (await Store.ListShipmentsAsync(filter, default)).Rows.Select(row => row.Number)];

    private protected static TransportStatus Moving => TransportStatus.InTransitDeparted;
}
