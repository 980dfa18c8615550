using System.Collections.Concurrent;

namespace Tracking.Domain.Orders;

/// <summary>
/// All standing orders, found by the features of a shipment: each lies under one of its keys, the one with the fewest others,
/// so that a shipment looks up its own few features, however many orders there are. One writer, any number of readers.
/// </summary>
public sealed class OrderIndex
{
    private readonly ConcurrentDictionary<string, (OrderInForce Order, ulong Anchor)> all = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<ulong, OrderBucket> buckets = new();

    // Orders on nothing but a value, by what must be exceeded: those that match are the first ones, and no other is looked at.
    private readonly ConcurrentDictionary<string, ImmutableSortedSet<OrderInForce>> values = new(StringComparer.Ordinal);

    // Counted here: the dictionary would take all its locks to say that it is empty, and every clearance asks that first.
    private int count;

    /// <summary>How many orders there are.</summary>
    public int Count => Volatile.Read(ref count);

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => Count == 0;

    /// <summary>The order of a key; null where it does not stand.</summary>
    /// <param name="key">Owner, slash, id.</param>
    public OrderInForce? Find(string key) => all.TryGetValue(key, out var found) ? found.Order : null;

    /// <summary>Puts an order in, or in the place of the one with its key.</summary>
    /// <param name="order">The order.</param>
    public void Set(OrderInForce order)
    {
        ArgumentNullException.ThrowIfNull(order);
        if (all.TryGetValue(order.Order.Key, out var old))
        {
            if (old.Anchor != 0 && old.Order.Terms == order.Terms)
            {
                buckets[old.Anchor].Replace(old.Order, order);
                all[order.Order.Key] = (order, old.Anchor);
                return;
            }

            Remove(order.Order.Key);
        }

        all[order.Order.Key] = (order, Put(order));
        Volatile.Write(ref count, count + 1);
    }

    /// <summary>Takes an order out.</summary>
    /// <param name="key">Owner, slash, id.</param>
    public void Remove(string key)
    {
        if (!all.TryRemove(key, out var old))
        {
            return;
        }

        Volatile.Write(ref count, count - 1);
        if (old.Anchor == 0)
        {
            values[old.Order.Terms.Value!.Currency] = values[old.Order.Terms.Value.Currency].Remove(old.Order);
            return;
        }

        var bucket = buckets[old.Anchor];
        bucket.Replace(old.Order, null);
        if (bucket.Count == 0)
        {
            buckets.TryRemove(old.Anchor, out _);
        }
        else
        {
            buckets[old.Anchor] = bucket.Compact();
        }
    }

    /// <summary>The orders that match a shipment.</summary>
    /// <param name="features">Its features, each once.</param>
    /// <param name="densities">Its values.</param>
    /// <param name="found">Where to put them.</param>
    public void Find(ReadOnlySpan<ulong> features, ReadOnlySpan<ValueDensity> densities, List<OrderInForce> found)
    {
        ArgumentNullException.ThrowIfNull(found);
        foreach (var feature in features)
        {
            if (!buckets.TryGetValue(feature, out var bucket))
            {
                continue;
            }

            foreach (var order in bucket.Items)
            {
                if (order is not null && order.Terms.Fit(features, densities))
                {
                    found.Add(order);
                }
            }
        }

        foreach (var density in densities)
        {
            FindByValue(density, found);
        }
    }

    private void FindByValue(ValueDensity density, List<OrderInForce> found)
    {
        if (!values.TryGetValue(density.Currency, out var rising))
        {
            return;
        }

        foreach (var order in rising)
        {
            if ((double)order.Terms.Value!.Above >= density.PerKilogram)
            {
                return;
            }

            found.Add(order);
        }
    }

    private ulong Put(OrderInForce order)
    {
        if (order.Terms.Keys.IsEmpty)
        {
            values.AddOrUpdate(order.Terms.Value!.Currency, _ => ImmutableSortedSet.Create(ByValue.Instance, order), (_, rising) => rising.Add(order));
            return 0;
        }

        var anchor = order.Terms.Keys.MinBy(key => buckets.TryGetValue(key, out var others) ? others.Count : 0);
        buckets.GetOrAdd(anchor, _ => new OrderBucket()).Add(order);
        return anchor;
    }

    private sealed class ByValue : IComparer<OrderInForce>
    {
        public static readonly ByValue Instance = new();

        public int Compare(OrderInForce? left, OrderInForce? right)
        {
            var byValue = left!.Terms.Value!.Above.CompareTo(right!.Terms.Value!.Above);
            return byValue != 0 ? byValue : string.CompareOrdinal(left.Order.Key, right.Order.Key);
        }
    }
}
