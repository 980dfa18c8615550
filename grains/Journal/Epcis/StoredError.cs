using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tracking.Journal.Epcis;

/// <summary>Errors of a job as they are stored: JSON with short names.</summary>
internal sealed record StoredError(
    [property: JsonPropertyName("k")] byte Kind,
    [property: JsonPropertyName("w")] string Where,
    [property: JsonPropertyName("m")] string Message,
    [property: JsonPropertyName("r")] string Remedy)
{
    /// <summary>Errors that are kept of a job; more say nothing new.</summary>
    public const int MostKept = 1_000;

    public static string? Write(ImmutableArray<CaptureError> errors) => errors.IsEmpty
        ? null
        : JsonSerializer.Serialize([.. errors.Take(MostKept).Select(e => new StoredError((byte)e.Kind, e.Where, e.Message, e.Remedy))], StoredErrorJson.Default.StoredErrorArray);

    public static ImmutableArray<CaptureError> Read(string? text) => text is null
        ? []
        : [.. JsonSerializer.Deserialize(text, StoredErrorJson.Default.StoredErrorArray)!.Select(e => new CaptureError((CaptureErrorKind)e.Kind, e.Where, e.Message, e.Remedy))];
}

[JsonSerializable(typeof(StoredError[]))]
internal sealed partial class StoredErrorJson : JsonSerializerContext;
