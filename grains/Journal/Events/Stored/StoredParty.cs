using System.Text.Json.Serialization;
using Tracking.Contracts.Facts;

namespace Tracking.Journal.Events.Stored;

/// <summary>A party as it lies in an event: without a name, which can be erased where it lies.</summary>
internal sealed class StoredParty
{
    [JsonPropertyName("r")] public byte Role { get; set; }
    [JsonPropertyName("i")] public string? Reference { get; set; }
    [JsonPropertyName("c")] public string? Country { get; set; }

    public static StoredParty[]? From(ImmutableArray<Party> parties) => parties.IsDefaultOrEmpty
        ? null
        : [.. parties.Select(party => new StoredParty { Role = (byte)party.Role, Reference = party.Reference, Country = party.Country })];

    public static ImmutableArray<Party> ToParties(StoredParty[]? parties) => parties is null
        ? []
        : [.. parties.Select(party => new Party((PartyRole)party.Role, party.Reference, party.Country, null))];
}
