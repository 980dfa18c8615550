using System.Text.Json.Serialization;
using Tracking.Contracts.Facts;

namespace Tracking.Journal.Events.Stored;

/// <summary>A place as it lies on disk.</summary>
internal sealed class StoredPlace
{
    [JsonPropertyName("c")] public string? Country { get; set; }
    [JsonPropertyName("l")] public string? Locode { get; set; }
    [JsonPropertyName("z")] public string? PostalCode { get; set; }

    public static StoredPlace? From(Place? place) =>
        place is null ? null : new() { Country = place.Country, Locode = place.Locode, PostalCode = place.PostalCode };

    public Place ToPlace() => new(Country ?? throw new InvalidDataException("A stored place lacks its country."), Locode, PostalCode);
}
