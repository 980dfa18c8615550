using Tracking.Contracts.Orders;
using Tracking.Domain.Orders;
using Tracking.Domain.Shipments;
using Tracking.Domain.Shipments.Events;
using Tracking.Journal.Orders;

namespace Tracking.Grains.Orders;

/// <summary>
/// The standing orders as this silo has applied them. Brought up to date by the silo's lease, which is worth nothing
/// without: see <see cref="Leases.SiloLease"/>.
/// </summary>
internal sealed class StandingOrders(IOrderStore store, TimeProvider time)
{
    private const int MostRemembered = 64;
    private readonly OrderIndex index = new();
    private ImmutableQueue<OrderEvent> latest = [];
    private int remembered;
    private long epoch;

    /// <summary>The epoch up to which all changes are applied. Read before the orders are looked at: what comes in between is looked at again.</summary>
    public long Epoch => Volatile.Read(ref epoch);

    /// <summary>Whether there are none: nothing has to be looked up then.</summary>
    public bool IsEmpty => index.IsEmpty;

    /// <summary>The events that bring a stream up to the orders that stand.</summary>
    /// <param name="state">The shipment.</param>
    public ImmutableArray<ShipmentEvent> Reconcile(ShipmentState state) =>
        index.IsEmpty && state.Orders.IsEmpty ? [] : OrderRules.Reconcile(state, index, Contracts.Identifiers.ReportedTime.From(time.GetUtcNow()).Microseconds);

    /// <summary>The standing orders whose terms a shipment has, silent ones too.</summary>
    /// <param name="state">The shipment.</param>
    public List<OrderInForce> Matching(ShipmentState state) => OrderRules.Matching(state, index);

    /// <summary>Whether what the orders make of a shipment may be another than at an earlier epoch.</summary>
    /// <param name="state">The shipment.</param>
    /// <param name="since">The earlier epoch.</param>
    public bool MayConcernSince(ShipmentState state, long since)
    {
        var changes = Volatile.Read(ref latest);
        if (changes.IsEmpty || changes.Peek().Epoch > since + 1)
        {
            return true;
        }

        foreach (var change in changes)
        {
            if (change.Epoch > since && change.Kind != OrderChangeKind.Contested && OrderRules.MayConcern(state, change.Order))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Reads all orders. Nobody else may read or write them before that.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var (last, orders) = await store.ReadStandingAsync(cancellationToken);
        foreach (var order in orders)
        {
            index.Set(order);
        }

        Volatile.Write(ref epoch, last);
    }

    /// <summary>Applies what was committed since the last time. One caller at a time.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether there was anything.</returns>
    public async Task<bool> RefreshAsync(CancellationToken cancellationToken)
    {
        if (await store.ReadEpochAsync(cancellationToken) <= epoch)
        {
            return false;
        }

        foreach (var change in await store.ReadChangesAsync(epoch, cancellationToken))
        {
            change.ApplyTo(index);
            Remember(change);
            Volatile.Write(ref epoch, change.Epoch);
        }

        return true;
    }

    // Before the epoch is told: who sees the epoch finds the change.
    private void Remember(OrderEvent change)
    {
        var known = latest;
        if (remembered == MostRemembered)
        {
            known = known.Dequeue();
        }
        else
        {
            remembered++;
        }

        Volatile.Write(ref latest, known.Enqueue(change));
    }
}
