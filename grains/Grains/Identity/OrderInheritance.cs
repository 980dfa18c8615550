using System.Globalization;
using System.IO.Hashing;
using System.Text;
using Tracking.Contracts.Access;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Orders;
using Tracking.Domain.Identity;
using Tracking.Grains.Orders;
using Tracking.Journal.Identity;
using Tracking.Journal.Orders;

namespace Tracking.Grains.Identity;

/// <summary>
/// Places on each name of a man the orders that stand on his others, and takes them back when a link is refuted or the
/// order that they follow from has ended. Each is an order of its own, so it is in force, swept, cleared and lifted like
/// any. Done twice, or by two silos at once, it changes nothing more.
/// </summary>
internal sealed class OrderInheritance(IIdentityStore store, IOrderStore orders, IOrderDesk desk, TimeProvider time)
{
    private const int LongestReason = 512;

    /// <summary>Brings the orders of sellers and of all who are linked to them up to the links.</summary>
    /// <param name="sellers">The sellers.</param>
    /// <param name="cancellationToken">Gives up; the sellers stay pending.</param>
    public async Task BringUpAsync(IReadOnlyList<SellerKey> sellers, CancellationToken cancellationToken)
    {
        var done = new HashSet<SellerKey>();
        foreach (var seller in sellers.Where(s => !done.Contains(s)))
        {
            var cluster = await store.ReadClusterAsync(seller, cancellationToken);
            await BringUpClusterAsync(cluster, cancellationToken);
            done.UnionWith(cluster);
        }

        await store.SettleAsync([.. done], cancellationToken);
    }

    private async Task BringUpClusterAsync(ImmutableArray<SellerKey> cluster, CancellationToken cancellationToken)
    {
        var standing = new List<OrderView>();
        foreach (var seller in cluster)
        {
            standing.AddRange(await orders.ListAsync(new OrderFilter { Seller = seller.ToString(), Standing = true, Limit = OrderFilter.LongestPage }, cancellationToken));
        }

        var inherited = await store.ReadInheritedAsync(cluster, [.. standing.Select(v => v.Order.Key)], cancellationToken);
        var own = inherited.Select(i => i.Key).ToHashSet(StringComparer.Ordinal);
        var originals = standing.Where(v => !own.Contains(v.Order.Key)).ToList();
        var wanted = originals.SelectMany(v => cluster.Where(s => s != v.Order.Matches.Seller).Select(s => (Source: v.Order.Key, Seller: s))).ToHashSet();
        foreach (var order in inherited.Where(i => !i.Ended && !wanted.Contains((i.Source, i.Seller))))
        {
            // Lifted first: a silo that dies in between finds the row open and lifts again.
            await desk.ChangeAsync(order.Key, OrderChangeKind.Lifted, Actor.System, "The link or the order that it follows from has ended.", null, cancellationToken);
            await store.SaveInheritedAsync(order with { Ended = true }, cancellationToken);
        }

        foreach (var original in originals)
        {
            foreach (var seller in cluster.Where(s => s != original.Order.Matches.Seller))
            {
                await InheritAsync(original.Order, seller, inherited, cancellationToken);
            }
        }
    }

    private async Task InheritAsync(StandingOrder source, SellerKey seller, ImmutableArray<InheritedOrder> inherited, CancellationToken cancellationToken)
    {
        var before = inherited.Where(i => i.Source == source.Key && i.Seller == seller).ToList();
        var key = before.Find(i => !i.Ended)?.Key ?? $"{source.Owner}/{IdOf(source.Key, seller, before.Count)}";
        if (await orders.ReadAsync(key, cancellationToken) is not null)
        {
            // Placed before. Where its owner has lifted it for this seller alone, that stands.
            return;
        }

        var (why, likelihood) = await WhyAsync(seller, cancellationToken);
        var reason = $"{source.Reason} (the same seller under another name: {why})";
        await store.SaveInheritedAsync(new InheritedOrder(key, source.Key, seller, Ended: false), cancellationToken);
        await desk.PlaceAsync(
            source with
            {
                Id = key[(key.IndexOf('/', StringComparison.Ordinal) + 1)..],
                Matches = source.Matches with { Seller = seller },
                Reason = reason[..Math.Min(reason.Length, LongestReason)],
                Source = source.Key,
                Confidence = (int)Math.Round(source.Confidence * likelihood),
                PlacedAt = ReportedTime.From(time.GetUtcNow()).Microseconds,
                PlacedBy = Actor.System,
            },
            cancellationToken);
    }

    // What joins him, without saying to whom: the order's mark may let people see it who may not see the other seller.
    private async Task<(string Why, double Likelihood)> WhyAsync(SellerKey seller, CancellationToken cancellationToken)
    {
        var links = await store.ReadLinksAsync(seller, cancellationToken);
        if (links.Where(l => l.Joins).MaxBy(l => l.State == LinkState.Confirmed ? 1 : l.Score.Likelihood) is not { } link)
        {
            return ("by a chain of links", 1);
        }

        var what = string.Join(", ", link.Score.Evidence.Where(e => e.Bits > 0).Select(e => e.What));
        return link.State == LinkState.Confirmed
            ? ($"{what}; confirmed by an investigator", 1)
            : (string.Create(CultureInfo.InvariantCulture, $"{what}; likelihood {link.Score.Likelihood:F2}"), link.Score.Likelihood);
    }

    private static string IdOf(string source, SellerKey seller, int generation) =>
        string.Create(CultureInfo.InvariantCulture, $"as-{XxHash128.HashToUInt128(Encoding.UTF8.GetBytes($"{source} {seller}")):x32}-{generation}");
}
