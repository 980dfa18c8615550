using System.Text.Json.Serialization;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Identifiers;

namespace Tracking.Journal.Events.Stored;

/// <summary>A dispatch as it lies on disk.</summary>
internal sealed class StoredDispatch : StoredFact
{
    [JsonPropertyName("mk")] public string? Marketplace { get; set; }
    [JsonPropertyName("ac")] public string? Account { get; set; }
    [JsonPropertyName("or")] public string? Order { get; set; }
    [JsonPropertyName("ls")] public string? Listing { get; set; }
    [JsonPropertyName("g")] public StoredGoods[]? Goods { get; set; }

    public static StoredDispatch From(Dispatch dispatch)
    {
        var stored = new StoredDispatch
        {
            Marketplace = dispatch.Seller.Marketplace,
            Account = dispatch.Seller.Account,
            Order = dispatch.Order,
            Listing = dispatch.Listing,
            Goods = StoredGoods.From(dispatch.Goods),
        };
        stored.Take(dispatch);
        return stored;
    }

    public Dispatch ToDispatch() => new()
    {
        Number = ReadNumber(),
        Source = ReadSource(),
        Id = Id,
        OccurredAt = ReadTime(),
        ReceivedAt = ReceivedAt,
        ReportedBy = ReadActor(),
        Corrects = Corrects,
        Withdraws = Withdraws,
        Seller = SellerKey.TryCreate(Marketplace, Account, out var seller)
            ? seller
            : throw new InvalidDataException($"'{Marketplace}/{Account}' is not a seller."),
        Order = Order,
        Listing = Listing,
        Goods = StoredGoods.ToLines(Goods),
    };
}
