using Tracking.Contracts.Access;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Orders;
using Tracking.Journal.Orders;

namespace Tracking.Grains.Orders;

/// <summary>Where standing orders are placed and changed: each call returns when what it did is in force on every silo.</summary>
public interface IOrderDesk
{
    /// <summary>Places an order. The same order again changes nothing.</summary>
    /// <param name="order">The order.</param>
    /// <param name="cancellationToken">Gives up waiting; what was committed comes into force all the same.</param>
    ValueTask<OrderOutcome> PlaceAsync(StandingOrder order, CancellationToken cancellationToken);

    /// <summary>Lifts, clears or contests an order. What was done before is not done again.</summary>
    /// <param name="key">The order, as owner/id.</param>
    /// <param name="kind">What to do.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="reason">Why.</param>
    /// <param name="shipment">For a clearing: which shipment.</param>
    /// <param name="cancellationToken">Gives up waiting; what was committed comes into force all the same.</param>
    ValueTask<OrderOutcome> ChangeAsync(string key, OrderChangeKind kind, Actor by, string? reason, ShipmentNumber? shipment, CancellationToken cancellationToken);

    /// <summary>Tries an order against shipments of the last days, without placing it.</summary>
    /// <param name="order">The order.</param>
    /// <param name="days">How many days back, by the first fact of a shipment.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<OrderTrial> TryAsync(StandingOrder order, int days, CancellationToken cancellationToken);

    /// <summary>One order with all that happened to it; null where there is none.</summary>
    /// <param name="key">The order, as owner/id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<OrderView?> GetAsync(string key, CancellationToken cancellationToken);

    /// <summary>Orders, latest first.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<ImmutableArray<OrderView>> ListAsync(OrderFilter filter, CancellationToken cancellationToken);
}
