using System.Text.Json.Serialization;

namespace Tracking.Journal.Events.Stored;

/// <summary>The generated readers and writers of what lies on disk; defaults are left out.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(StoredScan))]
[JsonSerializable(typeof(StoredManifest))]
[JsonSerializable(typeof(StoredDispatch))]
[JsonSerializable(typeof(StoredDecision))]
[JsonSerializable(typeof(StoredLink))]
[JsonSerializable(typeof(StoredKnown))]
[JsonSerializable(typeof(StoredDetails))]
internal sealed partial class StoredEvents : JsonSerializerContext;
