namespace Tracking.Dashboard.Replay.Olist;

/// <summary>An order: its status in the marketplace's words and what is known of its times.</summary>
internal sealed record OlistOrder(
    string Id, string Status, DateTimeOffset? Purchased, DateTimeOffset? Approved, DateTimeOffset? HandedOver, DateTimeOffset? Delivered)
{
    public bool IsCancelled => Status is "canceled" or "cancelled" or "unavailable";

    /// <summary>The latest of the four times; null where none is known.</summary>
    public DateTimeOffset? Latest => new[] { Purchased, Approved, HandedOver, Delivered }.Max();
}

/// <summary>One item of an order.</summary>
internal sealed record OlistItem(string Order, string Product, string Seller, decimal? Price);

/// <summary>A product's category and weight in grams.</summary>
internal sealed record OlistProduct(string? Category, decimal? WeightGrams);

/// <summary>What one seller sends for one order.</summary>
internal sealed record OlistParcel(OlistOrder Order, string Seller, string Number, IReadOnlyList<OlistItem> Items);
