using System.Text.Json.Serialization;

namespace Tracking.Journal.Events.Stored;

/// <summary>As it lies on disk: since when a number is known to be a box.</summary>
internal sealed class StoredBox
{
    [JsonPropertyName("at")] public long At { get; set; }
}
