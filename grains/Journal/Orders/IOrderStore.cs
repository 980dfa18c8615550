using Tracking.Contracts.Access;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Orders;
using Tracking.Domain.Orders;

namespace Tracking.Journal.Orders;

/// <summary>
/// Standing orders and what becomes of them. Every change has an epoch from one counter row, which its transaction holds
/// until it commits: epochs are in the order of commits, and who has read up to one has missed nothing before it.
/// </summary>
public interface IOrderStore
{
    /// <summary>The epoch of the last change; 0 before the first.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<long> ReadEpochAsync(CancellationToken cancellationToken);

    /// <summary>All orders that stand, and an epoch up to which every change is in them.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<(long Epoch, ImmutableArray<OrderInForce> Orders)> ReadStandingAsync(CancellationToken cancellationToken);

    /// <summary>Changes after an epoch, in their order; the first so many. Those that are known already may be applied again.</summary>
    /// <param name="after">The epoch.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<ImmutableArray<OrderEvent>> ReadChangesAsync(long after, CancellationToken cancellationToken);

    /// <summary>Places an order. The same order again changes nothing and has the epoch that it had.</summary>
    /// <param name="order">The order.</param>
    /// <param name="cancellationToken">Gives up; the outcome is unknown then.</param>
    ValueTask<OrderOutcome> PlaceAsync(StandingOrder order, CancellationToken cancellationToken);

    /// <summary>Lifts, expires, clears or contests an order. What was done before is not done again and has the epoch that it had.</summary>
    /// <param name="key">The order, as owner/id.</param>
    /// <param name="kind">What to do; not placing.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="reason">Why.</param>
    /// <param name="shipment">For a clearing: which shipment.</param>
    /// <param name="at">When, microseconds since 1970 UTC.</param>
    /// <param name="cancellationToken">Gives up; the outcome is unknown then.</param>
    ValueTask<OrderOutcome> ChangeAsync(string key, OrderChangeKind kind, Actor by, string? reason, ShipmentNumber? shipment, long at, CancellationToken cancellationToken);

    /// <summary>One order with all that happened to it; null where there is none.</summary>
    /// <param name="key">The order, as owner/id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<OrderView?> ReadAsync(string key, CancellationToken cancellationToken);

    /// <summary>Orders, latest first, without what happened to them after their placing.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<ImmutableArray<OrderView>> ListAsync(OrderFilter filter, CancellationToken cancellationToken);

    /// <summary>Orders that stand though their time has run out.</summary>
    /// <param name="now">Now, microseconds since 1970 UTC.</param>
    /// <param name="max">At most so many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<ImmutableArray<string>> ReadOverdueAsync(long now, int max, CancellationToken cancellationToken);

    /// <summary>Takes sweeps that nobody else is at, oldest first.</summary>
    /// <param name="silo">Who takes them.</param>
    /// <param name="now">Now, microseconds since 1970 UTC. Two that disagree about it do some work twice, which changes nothing.</param>
    /// <param name="until">Until when nobody else takes them.</param>
    /// <param name="max">At most so many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<ImmutableArray<OrderSweepTask>> ClaimSweepsAsync(string silo, long now, long until, int max, CancellationToken cancellationToken);

    /// <summary>Keeps how far a sweep has come.</summary>
    /// <param name="sweep">The sweep.</param>
    /// <param name="until">Until when nobody else takes it.</param>
    /// <param name="done">Whether it is done.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask SaveSweepAsync(OrderSweepTask sweep, long until, bool done, CancellationToken cancellationToken);

    /// <summary>Notes that sweeps are done, as far as they have come, in one transaction.</summary>
    /// <param name="sweeps">Which.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask FinishSweepsAsync(IReadOnlyList<OrderSweepTask> sweeps, CancellationToken cancellationToken);

    /// <summary>Orders, as owner/id, of which a change is in force and not written into all streams yet; null as their value where they do not stand any more.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<ImmutableDictionary<string, OrderInForce?>> ReadPendingAsync(CancellationToken cancellationToken);

    /// <summary>Shipments that an order may concern, by the best index that there is for it, in the order of their streams.</summary>
    /// <param name="order">The order.</param>
    /// <param name="after">The stream after which to go on.</param>
    /// <param name="max">At most so many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<ImmutableArray<OrderCandidate>> FindCandidatesAsync(OrderInForce order, Guid after, int max, CancellationToken cancellationToken);
}
