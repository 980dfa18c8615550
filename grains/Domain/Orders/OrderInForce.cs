using Tracking.Contracts.Holds;
using Tracking.Contracts.Orders;

namespace Tracking.Domain.Orders;

/// <summary>A standing order as silos keep it: with the shipments that were cleared of it.</summary>
public sealed class OrderInForce
{
    /// <summary>Takes an order into force.</summary>
    /// <param name="order">The order.</param>
    /// <param name="epoch">The epoch of its placing.</param>
    /// <param name="cleared">Shipments that were cleared of it, as carrier/number.</param>
    public OrderInForce(StandingOrder order, long epoch, ImmutableHashSet<string> cleared)
    {
        ArgumentNullException.ThrowIfNull(order);
        (Order, Epoch, Cleared, Terms) = (order, epoch, cleared, OrderTerms.Of(order));
    }

    private OrderInForce(OrderInForce other, ImmutableHashSet<string> cleared) =>
        (Order, Epoch, Cleared, Terms) = (other.Order, other.Epoch, cleared, other.Terms);

    /// <summary>The order.</summary>
    public StandingOrder Order { get; }

    /// <summary>The epoch of its placing.</summary>
    public long Epoch { get; }

    /// <summary>Shipments that were cleared of it, as carrier/number.</summary>
    public ImmutableHashSet<string> Cleared { get; }

    /// <summary>What it matches.</summary>
    public OrderTerms Terms { get; }

    /// <summary>The kind of the holds that it places.</summary>
    public HoldKind Kind => Order switch
    {
        { Effect: OrderEffect.Stop } => HoldKind.Carrier,
        { Matches.Seller: not null } => HoldKind.SellerOrder,
        { Matches: { Consignee: not null } or { Address: not null } } => HoldKind.ConsigneeOrder,
        { Matches: { Brand: not null } or { Hs: not null } or { Words.IsEmpty: false } } => HoldKind.BrandOrder,
        _ => HoldKind.RuleMatch,
    };

    /// <summary>The order after one more shipment was cleared of it.</summary>
    /// <param name="shipment">The shipment, as carrier/number.</param>
    public OrderInForce Clear(string shipment) => new(this, Cleared.Add(shipment));
}
