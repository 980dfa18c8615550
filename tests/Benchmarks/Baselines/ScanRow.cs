using System.Text.Json.Serialization;

namespace Tracking.Benchmarks.Baselines;

/// <summary>A scan as the baselines read it: by the serialiser, without checks.</summary>
internal sealed record ScanRow(string Carrier, string Number, string Id, DateTimeOffset OccurredAt, string Status, string? Code, string? Text);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ScanRow[]))]
[JsonSerializable(typeof(ScanRow))]
internal sealed partial class ScanRows : JsonSerializerContext;
