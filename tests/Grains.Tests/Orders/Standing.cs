using Tracking.Contracts.Access;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Orders;
using Tracking.Grains.Orders;
using Tracking.Grains.Tests.Cluster;
using Tracking.Journal.Orders;

namespace Tracking.Grains.Tests.Orders;

/// <summary>Standing orders in few words.</summary>
internal static class Standing
{
    public static StandingOrder Order(string id, OrderMatches matches, OrderEffect effect = OrderEffect.Hold, string owner = "us-cbp") => new()
    {
        Owner = owner,
        Id = id,
        Effect = effect,
        Matches = matches,
        Reason = "counterfeit bags",
        Source = "test",
        Sharing = SharingMark.Green,
        Confidence = 80,
        ExpiresAt = 4_000_000_000_000_000,
        PlacedAt = 1_772_438_400_000_000,
        PlacedBy = new Actor(owner, "test", ActorRole.Partner),
    };

    public static StandingOrder OnSeller(string id, string account, OrderEffect effect = OrderEffect.Hold) =>
        Order(id, new OrderMatches { Seller = SellerKey.Parse($"market/{account}") }, effect);

    public static async Task<long> PlaceAsync(this TrackingCluster cluster, StandingOrder order, int silo = 0)
    {
        var outcome = await cluster.ServiceOn<IOrderDesk>(silo).PlaceAsync(order, CancellationToken.None);
        Assert.Equal(OrderResult.Done, outcome.Result);
        return outcome.Epoch;
    }

    public static async Task ChangeAsync(this TrackingCluster cluster, StandingOrder order, OrderChangeKind kind, ShipmentNumber? shipment = null, int silo = 0) =>
        Assert.Equal(OrderResult.Done, (await cluster.ServiceOn<IOrderDesk>(silo).ChangeAsync(order.Key, kind, order.PlacedBy, "test", shipment, CancellationToken.None)).Result);

    /// <summary>Waits until an order is written into all streams, and tells how far it came.</summary>
    public static async Task<OrderSweep> SweptAsync(this TrackingCluster cluster, StandingOrder order)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await timer.WaitForNextTickAsync(patience.Token))
        {
            if (await cluster.Store.Orders.ReadAsync(order.Key, CancellationToken.None) is { Sweep: { Done: true } sweep })
            {
                return sweep;
            }
        }

        throw new TimeoutException();
    }
}
