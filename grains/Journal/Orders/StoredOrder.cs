using System.Text.Json;
using System.Text.Json.Serialization;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Orders;
using Tracking.Journal.Events.Stored;

namespace Tracking.Journal.Orders;

/// <summary>A standing order as it lies on disk. What is left out says nothing.</summary>
internal sealed class StoredOrder
{
    [JsonPropertyName("effect")] public byte Effect { get; set; }
    [JsonPropertyName("seller")] public string? Seller { get; set; }
    [JsonPropertyName("brand")] public string? Brand { get; set; }
    [JsonPropertyName("hs")] public string? Hs { get; set; }
    [JsonPropertyName("words")] public string[]? Words { get; set; }
    [JsonPropertyName("consignee")] public string? Consignee { get; set; }
    [JsonPropertyName("address")] public string? Address { get; set; }
    [JsonPropertyName("from")] public string? From { get; set; }
    [JsonPropertyName("to")] public string? To { get; set; }
    [JsonPropertyName("carrier")] public string? Carrier { get; set; }
    [JsonPropertyName("flight")] public string? Flight { get; set; }
    [JsonPropertyName("masterBill")] public string? MasterBill { get; set; }
    [JsonPropertyName("currency")] public string? Currency { get; set; }
    [JsonPropertyName("above")] public decimal? Above { get; set; }
    [JsonPropertyName("reason")] public string Reason { get; set; } = "";
    [JsonPropertyName("source")] public string Source { get; set; } = "";
    [JsonPropertyName("sharing")] public byte Sharing { get; set; }
    [JsonPropertyName("confidence")] public int Confidence { get; set; }
    [JsonPropertyName("expiresAt")] public long? ExpiresAt { get; set; }
    [JsonPropertyName("placedAt")] public long PlacedAt { get; set; }
    [JsonPropertyName("placedBy")] public string? PlacedBy { get; set; }

    public static string Write(StandingOrder order) => JsonSerializer.Serialize(
        new StoredOrder
        {
            Effect = (byte)order.Effect,
            Seller = order.Matches.Seller?.ToString(),
            Brand = order.Matches.Brand,
            Hs = order.Matches.Hs,
            Words = order.Matches.Words.IsDefaultOrEmpty ? null : [.. order.Matches.Words],
            Consignee = order.Matches.Consignee,
            Address = order.Matches.Address,
            From = order.Matches.From,
            To = order.Matches.To,
            Carrier = order.Matches.Carrier,
            Flight = order.Matches.Flight,
            MasterBill = order.Matches.MasterBill,
            Currency = order.Matches.Value?.Currency,
            Above = order.Matches.Value?.Above,
            Reason = order.Reason,
            Source = order.Source,
            Sharing = (byte)order.Sharing,
            Confidence = order.Confidence,
            ExpiresAt = order.ExpiresAt,
            PlacedAt = order.PlacedAt,
            PlacedBy = StoredActor.Write(order.PlacedBy),
        },
        StoredEvents.Default.StoredOrder);

    /// <summary>Reads an order.</summary>
    /// <param name="key">Owner, slash, id.</param>
    /// <param name="json">What lies on disk.</param>
    public static StandingOrder Read(string key, string json)
    {
        var stored = JsonSerializer.Deserialize(json, StoredEvents.Default.StoredOrder) ?? throw new InvalidDataException("A stored order is null.");
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        return new StandingOrder
        {
            Owner = key[..slash],
            Id = key[(slash + 1)..],
            Effect = (OrderEffect)stored.Effect,
            Matches = stored.ToMatches(),
            Reason = stored.Reason,
            Source = stored.Source,
            Sharing = (SharingMark)stored.Sharing,
            Confidence = stored.Confidence,
            ExpiresAt = stored.ExpiresAt,
            PlacedAt = stored.PlacedAt,
            PlacedBy = StoredActor.Read(stored.PlacedBy),
        };
    }

    /// <summary>Whether two orders of one key say the same; when they came and who handed them in does not count.</summary>
    public static bool AreSame(StandingOrder left, StandingOrder right) =>
        Write(left with { PlacedAt = right.PlacedAt, PlacedBy = right.PlacedBy }) == Write(right);

    private OrderMatches ToMatches() => new()
    {
        Seller = Seller is null ? null : SellerKey.Parse(Seller),
        Brand = Brand,
        Hs = Hs,
        Words = Words is null ? [] : [.. Words],
        Consignee = Consignee,
        Address = Address,
        From = From,
        To = To,
        Carrier = Carrier,
        Flight = Flight,
        MasterBill = MasterBill,
        Value = Currency is null || Above is not { } above ? null : new OrderValue(Currency, above),
    };
}
