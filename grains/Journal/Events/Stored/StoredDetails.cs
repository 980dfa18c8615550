using System.Text.Json;
using System.Text.Json.Serialization;
using Tracking.Contracts.Facts;

namespace Tracking.Journal.Events.Stored;

/// <summary>Personal data of a party as they lie beside the stream, with names that an operator who must erase them can read.</summary>
internal sealed class StoredDetails
{
    [JsonPropertyName("name")] public string? Name { get; set; }
    [JsonPropertyName("address")] public string? Address { get; set; }
    [JsonPropertyName("email")] public string? Email { get; set; }
    [JsonPropertyName("phone")] public string? Phone { get; set; }
    [JsonPropertyName("account")] public string? Account { get; set; }

    public static string Write(PartyDetails details) => JsonSerializer.Serialize(
        new StoredDetails { Name = details.Name, Address = details.Address, Email = details.Email, Phone = details.Phone, Account = details.Account },
        StoredEvents.Default.StoredDetails);

    public static PartyDetails Read(string json)
    {
        var stored = JsonSerializer.Deserialize(json, StoredEvents.Default.StoredDetails)
            ?? throw new InvalidDataException("The details of a party are null.");
        return new() { Name = stored.Name, Address = stored.Address, Email = stored.Email, Phone = stored.Phone, Account = stored.Account };
    }
}
