using Tracking.Contracts.Identifiers;

namespace Tracking.Contracts.Orders;

/// <summary>What a standing order matches: every field that is given must fit. At least one is given.</summary>
[GenerateSerializer, Immutable, Alias("tracking.order-matches.v1")]
public sealed record OrderMatches
{
    /// <summary>The seller, by the last dispatch that counts.</summary>
    [Id(0)] public SellerKey? Seller { get; init; }
    /// <summary>The brand of any goods line.</summary>
    [Id(1)] public string? Brand { get; init; }
    /// <summary>The beginning of the HS code of any goods line: 2, 4, 6, 8 or 10 digits.</summary>
    [Id(2)] public string? Hs { get; init; }
    /// <summary>Words that all occur in the descriptions of the goods, in any form of the word.</summary>
    [Id(3)] public ImmutableArray<string> Words { get; init; } = [];
    /// <summary>The consignee's name, whatever the order, case and accents of its words.</summary>
    [Id(4)] public string? Consignee { get; init; }
    /// <summary>The consignee's address, compared like a name.</summary>
    [Id(5)] public string? Address { get; init; }
    /// <summary>Country that it comes from, ISO 3166-1 alpha-2.</summary>
    [Id(6)] public string? From { get; init; }
    /// <summary>Country that it goes to, ISO 3166-1 alpha-2.</summary>
    [Id(7)] public string? To { get; init; }
    /// <summary>The carrier's code.</summary>
    [Id(8)] public string? Carrier { get; init; }
    /// <summary>Flight or vessel of the manifest.</summary>
    [Id(9)] public string? Flight { get; init; }
    /// <summary>Master bill of the manifest.</summary>
    [Id(10)] public string? MasterBill { get; init; }
    /// <summary>Declared value per kilogram of any goods line.</summary>
    [Id(11)] public OrderValue? Value { get; init; }
}

/// <summary>A declared value per kilogram that is exceeded.</summary>
/// <param name="Currency">Currency by ISO 4217, upper case.</param>
/// <param name="Above">What a kilogram must be worth more than; more than 0.</param>
[GenerateSerializer, Immutable, Alias("tracking.order-value.v1")]
public sealed record OrderValue([property: Id(0)] string Currency, [property: Id(1)] decimal Above);
