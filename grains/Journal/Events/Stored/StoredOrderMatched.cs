using System.Text.Json.Serialization;
using Tracking.Contracts.Holds;
using Tracking.Contracts.Orders;
using Tracking.Domain.Orders;
using Tracking.Domain.Shipments.Events;

namespace Tracking.Journal.Events.Stored;

/// <summary>As it lies on disk: a standing order holds, stops or refers a shipment.</summary>
internal sealed class StoredOrderMatched
{
    [JsonPropertyName("o")] public string? Order { get; set; }
    [JsonPropertyName("e")] public long Epoch { get; set; }
    [JsonPropertyName("f")] public byte Effect { get; set; }
    [JsonPropertyName("k")] public byte Kind { get; set; }
    [JsonPropertyName("rs")] public string? Reason { get; set; }
    [JsonPropertyName("rr")] public bool ReasonRestricted { get; set; }
    [JsonPropertyName("pl")] public long PlacedAt { get; set; }
    [JsonPropertyName("at")] public long At { get; set; }

    public static StoredOrderMatched From(OrderMatched matched) => new()
    {
        Order = matched.Order,
        Epoch = matched.Epoch,
        Effect = (byte)matched.Effect,
        Kind = (byte)matched.Kind,
        Reason = matched.Reason,
        ReasonRestricted = matched.ReasonRestricted,
        PlacedAt = matched.PlacedAt,
        At = matched.At,
    };

    public OrderMatched ToMatched() => new(
        StoredOrderReleased.KeyOf(Order), Epoch, (OrderEffect)Effect, (HoldKind)Kind, Reason ?? "", ReasonRestricted, PlacedAt, At);
}

/// <summary>As it lies on disk: a standing order does not hold, stop or refer a shipment any more.</summary>
internal sealed class StoredOrderReleased
{
    [JsonPropertyName("o")] public string? Order { get; set; }
    [JsonPropertyName("e")] public long Epoch { get; set; }
    [JsonPropertyName("w")] public byte Why { get; set; }
    [JsonPropertyName("at")] public long At { get; set; }

    public static StoredOrderReleased From(OrderReleased released) => new() { Order = released.Order, Epoch = released.Epoch, Why = (byte)released.Why, At = released.At };

    public OrderReleased ToReleased() => new(KeyOf(Order), Epoch, (OrderEnding)Why, At);

    public static string KeyOf(string? order) =>
        order?.IndexOf('/', StringComparison.Ordinal) > 0 ? order : throw new InvalidDataException($"A stored event names the order '{order}', which is not owner/id.");
}
