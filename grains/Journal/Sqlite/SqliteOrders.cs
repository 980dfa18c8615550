using Tracking.Contracts.Access;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Orders;
using Tracking.Domain.Orders;
using Tracking.Journal.Orders;

namespace Tracking.Journal.Sqlite;

/// <summary>Standing orders in SQLite.</summary>
internal sealed class SqliteOrders(SqliteStore store) : IOrderStore
{
    public ValueTask<long> ReadEpochAsync(CancellationToken cancellationToken) => store.ReadAsync(OrderStatements.EpochAsync, cancellationToken);

    public ValueTask<(long Epoch, ImmutableArray<OrderInForce> Orders)> ReadStandingAsync(CancellationToken cancellationToken) =>
        store.ReadAsync(OrderStatements.StandingAsync, cancellationToken);

    public ValueTask<ImmutableArray<OrderEvent>> ReadChangesAsync(long after, CancellationToken cancellationToken) =>
        store.ReadAsync(sql => OrderStatements.ChangesAsync(sql, after), cancellationToken);

    public ValueTask<OrderOutcome> PlaceAsync(StandingOrder order, CancellationToken cancellationToken) =>
        store.WriteAsync(sql => OrderStatements.PlaceAsync(sql, order), cancellationToken);

    public ValueTask<OrderOutcome> ChangeAsync(
        string key, OrderChangeKind kind, Actor by, string? reason, ShipmentNumber? shipment, long at, CancellationToken cancellationToken) =>
        store.WriteAsync(sql => OrderStatements.ChangeAsync(sql, key, new OrderChange(0, kind, at, by, reason, shipment?.ToString())), cancellationToken);

    public ValueTask<OrderView?> ReadAsync(string key, CancellationToken cancellationToken) => store.ReadAsync(sql => OrderStatements.ReadAsync(sql, key), cancellationToken);

    public ValueTask<ImmutableArray<OrderView>> ListAsync(OrderFilter filter, CancellationToken cancellationToken) =>
        store.ReadAsync(sql => OrderStatements.ListAsync(sql, filter), cancellationToken);

    public ValueTask<ImmutableArray<string>> ReadOverdueAsync(long now, int max, CancellationToken cancellationToken) =>
        store.ReadAsync(sql => OrderStatements.OverdueAsync(sql, now, max), cancellationToken);

    public ValueTask<ImmutableArray<OrderSweepTask>> ClaimSweepsAsync(string silo, long now, long until, int max, CancellationToken cancellationToken) =>
        store.WriteAsync(sql => OrderSweeps.ClaimAsync(sql, silo, now, until, max), cancellationToken);

    public async ValueTask SaveSweepAsync(OrderSweepTask sweep, long until, bool done, CancellationToken cancellationToken) =>
        await store.WriteAsync(sql => OrderSweeps.SaveAsync(sql, sweep, until, done), cancellationToken);

    public async ValueTask FinishSweepsAsync(IReadOnlyList<OrderSweepTask> sweeps, CancellationToken cancellationToken) =>
        await store.WriteAsync(sql => OrderSweeps.FinishAsync(sql, sweeps), cancellationToken);

    public ValueTask<ImmutableDictionary<string, OrderInForce?>> ReadPendingAsync(CancellationToken cancellationToken) =>
        store.ReadAsync(OrderSweeps.PendingAsync, cancellationToken);

    public ValueTask<ImmutableArray<OrderCandidate>> FindCandidatesAsync(OrderInForce order, Guid after, int max, CancellationToken cancellationToken) =>
        store.ReadAsync(sql => OrderSweeps.CandidatesAsync(sql, order, after, max), cancellationToken);
}
