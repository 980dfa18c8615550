using Tracking.Contracts.Facts;
using Tracking.Contracts.Orders;
using Tracking.Contracts.Statuses;
using Tracking.Domain.Holds;
using Tracking.Domain.Shipments;
using Tracking.Domain.Shipments.Events;

namespace Tracking.Domain.Orders;

/// <summary>What a stream says of one standing order: the last event about it counts.</summary>
/// <param name="Held">How it came to hold the shipment.</param>
/// <param name="FreedAt">Since when it does not hold it any more, microseconds since 1970 UTC; null while it does.</param>
public sealed record OrderMark(OrderMatched Held, long? FreedAt)
{
    /// <summary>The id of the hold that an order places.</summary>
    /// <param name="order">The order, as owner/id.</param>
    public static string HoldId(string order) => $"order:{order}";

    /// <summary>The hold.</summary>
    /// <param name="territory">The customs territory of the destination; empty where it is not known.</param>
    internal Hold ToHold(string territory) => new()
    {
        Id = HoldId(Held.Order),
        Key = FactKeys.OfId("order", Held.Order),
        Kind = Held.Kind,
        Nature = Held.Effect == OrderEffect.Refer ? HoldNature.Referral : HoldNature.Hold,
        Authority = Held.Owner,
        Territory = territory,
        Procedure = CustomsProcedure.Import,
        ByCarrier = Held.Effect == OrderEffect.Stop,
        Terms = new HoldTerms { Kind = Held.Kind, Reason = Held.Reason, ReasonRestricted = Held.ReasonRestricted },
        PlacedAt = Held.PlacedAt,
        RemovedAt = FreedAt,
        Order = Held.Order,
    };
}
