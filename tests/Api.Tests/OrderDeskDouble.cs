using System.Collections.Immutable;
using Microsoft.Extensions.Logging.Abstractions;
using Tracking.Contracts.Access;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Orders;
using Tracking.Grains.Orders;
using Tracking.Journal.Orders;
using Tracking.Journal.Sqlite;

namespace Tracking.Api.Tests;

/// <summary>The desk over a journal on disk, without a cluster that orders have to come into force in. Opened by who asks first.</summary>
internal sealed class OrderDeskDouble : IOrderDesk, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tracking-orders-");
    private readonly Lazy<Task<SqliteStore>> _store;

    public OrderDeskDouble() => _store = new Lazy<Task<SqliteStore>>(async () =>
    {
        var store = new SqliteStore(_folder.FullName, TimeProvider.System, NullLogger<SqliteStore>.Instance);
        await store.MigrateAsync(CancellationToken.None);
        return store;
    });

    /// <summary>Thrown at whoever asks next.</summary>
    public Exception? Fault { get; set; }

    public async ValueTask<OrderOutcome> PlaceAsync(StandingOrder order, CancellationToken cancellationToken) => await (await OpenAsync()).PlaceAsync(order, cancellationToken);

    public async ValueTask<OrderOutcome> ChangeAsync(string key, OrderChangeKind kind, Actor by, string? reason, ShipmentNumber? shipment, CancellationToken cancellationToken) =>
        await (await OpenAsync()).ChangeAsync(key, kind, by, reason, shipment, ChangedAt, cancellationToken);

    public ValueTask<OrderTrial> TryAsync(StandingOrder order, int days, CancellationToken cancellationToken) =>
        ValueTask.FromResult(new OrderTrial(days, 7, 5, 1, 1, true));

    public async ValueTask<OrderView?> GetAsync(string key, CancellationToken cancellationToken) => await (await OpenAsync()).ReadAsync(key, cancellationToken);

    public async ValueTask<ImmutableArray<OrderView>> ListAsync(OrderFilter filter, CancellationToken cancellationToken) => await (await OpenAsync()).ListAsync(filter, cancellationToken);

    public void Dispose()
    {
        if (_store.IsValueCreated && _store.Value.IsCompletedSuccessfully)
        {
            _store.Value.GetAwaiter().GetResult().Dispose();
        }

        // The container that gives it out under two types disposes it twice.
        _folder.Refresh();
        if (_folder.Exists)
        {
            _folder.Delete(recursive: true);
        }
    }

    private const long ChangedAt = 1_790_000_000_000_000;

    private async Task<IOrderStore> OpenAsync() => Fault is { } fault ? throw fault : (await _store.Value).Orders;
}
