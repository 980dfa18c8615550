using System.Text.Json.Serialization;
using Tracking.Journal.Orders;

namespace Tracking.Journal.Events.Stored;

/// <summary>The generated readers and writers of what lies on disk; defaults are left out.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(StoredScan))]
[JsonSerializable(typeof(StoredManifest))]
[JsonSerializable(typeof(StoredDispatch))]
[JsonSerializable(typeof(StoredDecision))]
[JsonSerializable(typeof(StoredLink))]
[JsonSerializable(typeof(StoredKnown))]
[JsonSerializable(typeof(StoredOrderMatched))]
[JsonSerializable(typeof(StoredOrderReleased))]
[JsonSerializable(typeof(StoredCase))]
[JsonSerializable(typeof(StoredStep))]
[JsonSerializable(typeof(StoredBox))]
[JsonSerializable(typeof(StoredNotice))]
[JsonSerializable(typeof(StoredClosing))]
[JsonSerializable(typeof(StoredOrder))]
[JsonSerializable(typeof(StoredDetails))]
internal sealed partial class StoredEvents : JsonSerializerContext;
