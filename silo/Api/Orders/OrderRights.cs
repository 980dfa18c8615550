using Tracking.Contracts.Orders;
using Tracking.Silo.Partners;

namespace Tracking.Silo.Api.Orders;

/// <summary>Who may do what to orders, and see which.</summary>
internal static class OrderRights
{
    /// <summary>Whether a key may place an order of an owner with an effect: an authority holds, a carrier stops, a marketplace or an authority refers.</summary>
    public static bool MayPlace(this Partner partner, string owner, OrderEffect effect) => effect switch
    {
        OrderEffect.Hold => partner.SpeaksForAuthority(owner),
        OrderEffect.Stop => partner.SpeaksForCarrier(owner),
        OrderEffect.Refer => partner.SpeaksForMarketplace(owner) || partner.SpeaksForAuthority(owner),
        _ => partner.SpeaksFor(owner),
    };

    /// <summary>Whether a key may lift an order or clear a shipment of it: the owner's; of a referral every authority's may clear.</summary>
    public static bool MayChange(this Partner partner, OrderView view, OrderChangeKind kind) =>
        partner.SpeaksFor(view.Order.Owner) || (kind == OrderChangeKind.Cleared && view.Order.Effect == OrderEffect.Refer && partner.IsAuthority);

    /// <summary>Whether a key may see an order: a silent one only its owner and authorities, any other as far as its mark says.</summary>
    public static bool MaySee(this Partner partner, StandingOrder order) =>
        partner.SpeaksFor(order.Owner)
        || partner.IsAuthority
        || (order.Effect != OrderEffect.Watch && order.Sharing switch
        {
            SharingMark.Clear or SharingMark.Green => true,
            SharingMark.Amber => (order.Matches.Seller is { } seller && partner.SpeaksForMarketplace(seller.Marketplace))
                || (order.Matches.Carrier is { } carrier && partner.SpeaksForCarrier(carrier)),
            _ => false,
        });
}
