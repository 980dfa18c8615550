using System.Text.Json.Serialization;
using Tracking.Domain.Shipments.Events;

namespace Tracking.Journal.Events.Stored;

/// <summary>As it lies on disk: who was made to know of a hold.</summary>
internal sealed class StoredKnown
{
    [JsonPropertyName("h")] public string? Hold { get; set; }
    [JsonPropertyName("b")] public string? To { get; set; }
    [JsonPropertyName("at")] public long At { get; set; }

    public static StoredKnown From(HoldMadeKnown known) => new() { Hold = known.Hold, To = StoredActor.Write(known.To), At = known.At };

    public HoldMadeKnown ToKnown() =>
        new(Hold ?? throw new InvalidDataException("A stored event lacks its hold."), StoredActor.Read(To), At);
}
