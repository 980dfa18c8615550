using Tracking.Contracts.Orders;
using Tracking.Contracts.Statuses;
using Tracking.Domain.Orders;

namespace Tracking.Journal.Orders;

/// <summary>A change of an order, as silos apply it.</summary>
/// <param name="Epoch">Its epoch.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Order">The order, as it is without what was cleared.</param>
/// <param name="Shipment">For a clearing: the shipment, as carrier/number.</param>
public sealed record OrderEvent(long Epoch, OrderChangeKind Kind, OrderInForce Order, string? Shipment)
{
    /// <summary>Brings an index up to it. Applied again it changes nothing.</summary>
    /// <param name="index">All standing orders.</param>
    public void ApplyTo(OrderIndex index)
    {
        ArgumentNullException.ThrowIfNull(index);
        var known = index.Find(Order.Order.Key);
        switch (Kind)
        {
            case OrderChangeKind.Placed when known is null:
                index.Set(Order);
                break;
            case OrderChangeKind.Lifted or OrderChangeKind.Expired:
                index.Remove(Order.Order.Key);
                break;
            case OrderChangeKind.Cleared when known is not null:
                index.Set(known.Clear(Shipment!));
                break;
        }
    }
}

/// <summary>What became of an order that was placed or changed.</summary>
/// <param name="Result">What.</param>
/// <param name="Epoch">The epoch of the change; 0 where nothing was done.</param>
public readonly record struct OrderOutcome(OrderResult Result, long Epoch);

/// <summary>What can become of an order that is placed or changed.</summary>
public enum OrderResult : byte
{
    /// <summary>It is done, now or before.</summary>
    Done = 0,
    /// <summary>Its owner has another order of that id.</summary>
    Differs = 1,
    /// <summary>There is no such order.</summary>
    NotFound = 2,
    /// <summary>It does not stand any more.</summary>
    NotStanding = 3,
}

/// <summary>Which orders to list.</summary>
public sealed record OrderFilter
{
    /// <summary>The most on a page.</summary>
    public const int LongestPage = 500;

    /// <summary>Of an owner.</summary>
    public string? Owner { get; init; }
    /// <summary>On a seller, as marketplace/account.</summary>
    public string? Seller { get; init; }
    /// <summary>Those that stand, or those that do not.</summary>
    public bool? Standing { get; init; }
    /// <summary>Placed before this epoch.</summary>
    public long Before { get; init; } = long.MaxValue;
    /// <summary>1 to <see cref="LongestPage"/>.</summary>
    public int Limit { get; init; } = 100;
}

/// <summary>A change of an order that is being written into the streams that it concerns.</summary>
/// <param name="Epoch">The change's epoch.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Order">The order.</param>
/// <param name="Shipment">For a clearing: the shipment, as carrier/number.</param>
/// <param name="After">The stream up to which all was looked at.</param>
/// <param name="Matched">Shipments that it concerns, up to there.</param>
/// <param name="Written">Of them, those whose stream says so.</param>
public sealed record OrderSweepTask(long Epoch, OrderChangeKind Kind, OrderInForce Order, string? Shipment, Guid After, long Matched, long Written);

/// <summary>A shipment that an order may concern.</summary>
/// <param name="Stream">Its stream.</param>
/// <param name="Number">Its number.</param>
/// <param name="Status">Its transport status.</param>
/// <param name="Held">Whether a hold of the order is open in its stream.</param>
public sealed record OrderCandidate(Guid Stream, Contracts.Identifiers.ShipmentNumber Number, TransportStatus Status, bool Held);
