namespace Tracking.Contracts.Facts;

/// <summary>One kind of goods in a consignment.</summary>
[GenerateSerializer, Immutable, Alias("tracking.goods-line.v1")]
public sealed record GoodsLine
{
    /// <summary>What the goods are called, at most 512 characters.</summary>
    [Id(0)] public required string Description { get; init; }

    /// <summary>HS code, 4 to 10 digits.</summary>
    [Id(1)] public string? HsCode { get; init; }

    /// <summary>Brand.</summary>
    [Id(2)] public string? Brand { get; init; }

    /// <summary>Declared value (manifest) or price (dispatch), in <see cref="Currency"/>.</summary>
    [Id(3)] public decimal? Value { get; init; }

    /// <summary>ISO 4217, upper case.</summary>
    [Id(4)] public string? Currency { get; init; }

    /// <summary>Number of units.</summary>
    [Id(5)] public int? Quantity { get; init; }

    /// <summary>Weight in kilograms.</summary>
    [Id(6)] public decimal? WeightKg { get; init; }
}
