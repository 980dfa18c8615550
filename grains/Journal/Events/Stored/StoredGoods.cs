using System.Text.Json.Serialization;
using Tracking.Contracts.Facts;

namespace Tracking.Journal.Events.Stored;

/// <summary>A line of goods as it lies on disk.</summary>
internal sealed class StoredGoods
{
    [JsonPropertyName("d")] public string? Description { get; set; }
    [JsonPropertyName("h")] public string? HsCode { get; set; }
    [JsonPropertyName("b")] public string? Brand { get; set; }
    [JsonPropertyName("v")] public decimal? Value { get; set; }
    [JsonPropertyName("cy")] public string? Currency { get; set; }
    [JsonPropertyName("q")] public int? Quantity { get; set; }
    [JsonPropertyName("kg")] public decimal? WeightKg { get; set; }

    public static StoredGoods[]? From(ImmutableArray<GoodsLine> lines) =>
        lines.IsDefaultOrEmpty ? null : [.. lines.Select(From)];

    public static ImmutableArray<GoodsLine> ToLines(StoredGoods[]? lines) =>
        lines is null ? [] : [.. lines.Select(line => line.ToLine())];

    private static StoredGoods From(GoodsLine line) => new()
    {
        Description = line.Description,
        HsCode = line.HsCode,
        Brand = line.Brand,
        Value = line.Value,
        Currency = line.Currency,
        Quantity = line.Quantity,
        WeightKg = line.WeightKg,
    };

    private GoodsLine ToLine() => new()
    {
        Description = Description ?? throw new InvalidDataException("Stored goods lack their description."),
        HsCode = HsCode,
        Brand = Brand,
        Value = Value,
        Currency = Currency,
        Quantity = Quantity,
        WeightKg = WeightKg,
    };
}
