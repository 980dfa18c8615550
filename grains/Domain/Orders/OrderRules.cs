using Tracking.Contracts.Orders;
using Tracking.Contracts.Statuses;
using Tracking.Domain.Shipments;
using Tracking.Domain.Shipments.Events;

namespace Tracking.Domain.Orders;

/// <summary>What standing orders make of a shipment.</summary>
public static class OrderRules
{
    // More features than most shipments have.
    private const int OnStack = 64;

    /// <summary>
    /// The events that bring a stream up to the orders that stand: for those that match and that it does not say yet, and for
    /// those that it says and that hold it no more. The state after them is what belt and page are answered from, whether
    /// they are written already or not.
    /// </summary>
    /// <param name="state">The shipment.</param>
    /// <param name="orders">All standing orders.</param>
    /// <param name="at">Now, microseconds since 1970 UTC.</param>
    /// <param name="concerned">Where only some orders are looked at: which, as owner/id.</param>
    public static ImmutableArray<ShipmentEvent> Reconcile(ShipmentState state, OrderIndex orders, long at, Func<string, bool>? concerned = null)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(orders);
        if ((orders.IsEmpty && state.Orders.IsEmpty) || state.Facts.IsEmpty || state.Links.Belongs is not null)
        {
            return [];
        }

        ImmutableArray<ShipmentEvent>.Builder? events = null;
        var matching = Matching(state, orders);
        foreach (var order in matching)
        {
            if (order.Order.Effect != OrderEffect.Watch && NeedsWriting(state, order))
            {
                (events ??= ImmutableArray.CreateBuilder<ShipmentEvent>()).Add(Matched(order, at));
            }
        }

        foreach (var (key, mark) in state.Orders)
        {
            if (mark.FreedAt is null && concerned?.Invoke(key) != false && Ending(state, key, orders, matching) is { } why)
            {
                (events ??= ImmutableArray.CreateBuilder<ShipmentEvent>()).Add(new OrderReleased(key, mark.Held.Epoch, why, at));
            }
        }

        return events?.ToImmutable() ?? [];
    }

    /// <summary>The standing orders whose terms a shipment has and that it was not cleared of, whatever its status.</summary>
    /// <param name="state">The shipment.</param>
    /// <param name="orders">All standing orders.</param>
    public static List<OrderInForce> Matching(ShipmentState state, OrderIndex orders)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(orders);
        var found = new List<OrderInForce>();
        if (orders.IsEmpty)
        {
            return found;
        }

        Span<ulong> features = stackalloc ulong[OnStack];
        orders.Find(FeaturesOf(state, features), state.Picture.Features.Values.AsSpan(), found);
        if (found.Count > 0)
        {
            var shipment = state.Number.ToString();
            found.RemoveAll(order => order.Cleared.Contains(shipment));
        }

        return found;
    }

    /// <summary>Whether what changes with an order can change what the orders make of a shipment.</summary>
    /// <param name="state">The shipment.</param>
    /// <param name="order">The order.</param>
    public static bool MayConcern(ShipmentState state, OrderInForce order)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(order);
        Span<ulong> features = stackalloc ulong[OnStack];
        return state.Orders.ContainsKey(order.Order.Key) || order.Terms.Fit(FeaturesOf(state, features), state.Picture.Features.Values.AsSpan());
    }

    private static Span<ulong> FeaturesOf(ShipmentState state, Span<ulong> room)
    {
        var picture = state.Picture;
        var hashes = picture.Features.Hashes;
        var features = hashes.Length + 2 <= room.Length ? room[..(hashes.Length + 2)] : new ulong[hashes.Length + 2];
        hashes.CopyTo(features);
        features[^2] = Feature.Of(FeatureKind.Carrier, state.Number.Carrier);
        features[^1] = picture.Seller is { } seller ? Feature.Of(FeatureKind.Seller, seller) : 0;
        return features;
    }

    // What is over is not held anew; but what was held while it was under way stays held while the order stands.
    private static bool NeedsWriting(ShipmentState state, OrderInForce order) => state.Orders.TryGetValue(order.Order.Key, out var mark) && mark.Held.Epoch == order.Epoch
        ? mark.FreedAt is not null && !state.Picture.Status.IsTerminal()
        : !state.Picture.Status.IsTerminal();

    private static OrderEnding? Ending(ShipmentState state, string key, OrderIndex orders, List<OrderInForce> matching)
    {
        if (orders.Find(key) is not { } order)
        {
            return OrderEnding.Ended;
        }

        return order.Cleared.Contains(state.Number.ToString()) ? OrderEnding.Cleared : matching.Contains(order) ? null : OrderEnding.NoMatch;
    }

    private static OrderMatched Matched(OrderInForce order, long at) => new(
        order.Order.Key,
        order.Epoch,
        order.Order.Effect,
        order.Kind,
        order.Order.Reason,
        order.Order.Sharing is not (SharingMark.Clear or SharingMark.Green),
        order.Order.PlacedAt,
        at);
}
