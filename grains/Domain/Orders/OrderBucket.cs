namespace Tracking.Domain.Orders;

/// <summary>Orders under one key, for one writer and any number of readers without a lock: a reader sees each order that was there before it began.</summary>
internal sealed class OrderBucket
{
    private OrderInForce?[] items = new OrderInForce?[1];
    private int count;
    private int gone;

    /// <summary>How many orders it has.</summary>
    public int Count => count - gone;

    /// <summary>What there is to go through; places whose order has gone are null.</summary>
    public ReadOnlySpan<OrderInForce?> Items
    {
        get
        {
            // The count first: the array that is read after it is at least as long.
            var most = Volatile.Read(ref count);
            return Volatile.Read(ref items).AsSpan(0, most);
        }
    }

    public void Add(OrderInForce order)
    {
        if (count == items.Length)
        {
            var longer = new OrderInForce?[count * 2];
            items.CopyTo(longer, 0);
            Volatile.Write(ref items, longer);
        }

        Volatile.Write(ref items[count], order);
        Volatile.Write(ref count, count + 1);
    }

    public void Replace(OrderInForce old, OrderInForce? order)
    {
        var place = Array.IndexOf(items, old, 0, count);
        Volatile.Write(ref items[place], order);
        gone += order is null ? 1 : 0;
    }

    /// <summary>The same orders without the places of those that have gone; itself where there are few of these.</summary>
    public OrderBucket Compact()
    {
        if (gone < 16 || gone < count / 2)
        {
            return this;
        }

        var compact = new OrderBucket { items = new OrderInForce?[Math.Max(1, Count)] };
        foreach (var order in Items)
        {
            if (order is not null)
            {
                compact.Add(order);
            }
        }

        return compact;
    }
}
