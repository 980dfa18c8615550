using Tracking.Contracts.Access;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Orders;
using Tracking.Grains.Leases;
using Tracking.Journal.Orders;

namespace Tracking.Grains.Orders;

/// <inheritdoc cref="IOrderDesk"/>
/// <remarks>
/// The order is committed; then the leases are read, and each silo is waited for until it has renewed with the order's epoch
/// or its lease has run out. Milliseconds when all is well, one lease's length when a silo hangs.
/// </remarks>
internal sealed class OrderDesk(IOrderStore store, OrderTrials trials, LeaseWatch watch, SiloLease lease, TimeProvider time) : IOrderDesk
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(5);

    public async ValueTask<OrderOutcome> PlaceAsync(StandingOrder order, CancellationToken cancellationToken) =>
        await InForceAsync(await store.PlaceAsync(order, cancellationToken), cancellationToken);

    public async ValueTask<OrderOutcome> ChangeAsync(
        string key, OrderChangeKind kind, Actor by, string? reason, ShipmentNumber? shipment, CancellationToken cancellationToken)
    {
        var at = ReportedTime.From(time.GetUtcNow()).Microseconds;
        return await InForceAsync(await store.ChangeAsync(key, kind, by, reason, shipment, at, cancellationToken), cancellationToken);
    }

    public async ValueTask<OrderTrial> TryAsync(StandingOrder order, int days, CancellationToken cancellationToken) => await trials.RunAsync(order, days, cancellationToken);

    public ValueTask<OrderView?> GetAsync(string key, CancellationToken cancellationToken) => store.ReadAsync(key, cancellationToken);

    public ValueTask<ImmutableArray<OrderView>> ListAsync(OrderFilter filter, CancellationToken cancellationToken) => store.ListAsync(filter, cancellationToken);

    private async ValueTask<OrderOutcome> InForceAsync(OrderOutcome outcome, CancellationToken cancellationToken)
    {
        if (outcome.Result != OrderResult.Done)
        {
            return outcome;
        }

        lease.Hint();
        while ((await watch.ReadAsync(cancellationToken)).Exists(row => row.Applied < outcome.Epoch))
        {
            await Task.Delay(Beat, time, cancellationToken);
        }

        return outcome;
    }
}
