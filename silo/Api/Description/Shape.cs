using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Tracking.Formats;

namespace Tracking.Silo.Api.Description;

/// <summary>Short words for schemas.</summary>
internal static class Shape
{
    public static OpenApiSchema Text(string description, int? longest = null, string? example = null) => new()
    {
        Type = JsonSchemaType.String,
        Description = description,
        MaxLength = longest,
        Examples = example is null ? null : [JsonValue.Create(example)],
    };

    public static OpenApiSchema Time(string description) => new()
    {
        Type = JsonSchemaType.String,
        Format = "date-time",
        Description = description + " ISO 8601 with offset.",
        Examples = [JsonValue.Create("2026-03-01T14:05:00+01:00")],
    };

    public static OpenApiSchema Whole(string description, long least = 0, long? most = null) => new()
    {
        Type = JsonSchemaType.Integer,
        Description = description,
        Minimum = least.ToString(),
        Maximum = most?.ToString(),
    };

    public static OpenApiSchema Amount(string description) => new()
    {
        Type = JsonSchemaType.Number,
        Description = description,
        Minimum = "0",
        Maximum = Formats.Json.Limits.Amount.ToString(),
    };

    public static OpenApiSchema Truth(string description) => new() { Type = JsonSchemaType.Boolean, Description = description };

    public static OpenApiSchema OneOf<T>(string description)
        where T : struct, Enum => new()
        {
            Type = JsonSchemaType.String,
            Description = description,
            Enum = [.. EnumTexts.All<T>().Select(t => (JsonNode)JsonValue.Create(t)!)],
        };

    public static OpenApiSchema List(string description, IOpenApiSchema of, int? most = null) => new()
    {
        Type = JsonSchemaType.Array,
        Description = description,
        Items = of,
        MaxItems = most,
    };

    /// <summary>An object; a name that ends with an exclamation mark is required.</summary>
    public static OpenApiSchema Object(string description, params (string Name, OpenApiSchema Schema)[] fields) => new()
    {
        Type = JsonSchemaType.Object,
        Description = description,
        AdditionalPropertiesAllowed = false,
        Properties = fields.ToDictionary(f => f.Name.TrimEnd('!'), f => (IOpenApiSchema)f.Schema),
        Required = fields.Where(f => f.Name.EndsWith('!')).Select(f => f.Name.TrimEnd('!')).ToHashSet(),
    };
}
