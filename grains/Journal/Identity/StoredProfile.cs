using System.Text.Json;
using System.Text.Json.Serialization;
using Tracking.Contracts.Identifiers;
using Tracking.Domain.Identity;

namespace Tracking.Journal.Identity;

/// <summary>A seller's profile as it lies on disk.</summary>
internal sealed class StoredProfile
{
    [JsonPropertyName("names")] public string[] Names { get; set; } = [];
    [JsonPropertyName("addresses")] public string[] Addresses { get; set; } = [];
    [JsonPropertyName("marks")] public StoredMark[] Marks { get; set; } = [];

    public static string Write(SellerProfile profile) => JsonSerializer.Serialize(
        new StoredProfile
        {
            Names = [.. profile.Names],
            Addresses = [.. profile.Addresses],
            Marks = [.. profile.Marks.Select(mark => new StoredMark { Kind = (byte)mark.Kind, Hash = mark.Hash })],
        },
        StoredIdentity.Default.StoredProfile);

    public static SellerProfile Read(string seller, string json)
    {
        var stored = JsonSerializer.Deserialize(json, StoredIdentity.Default.StoredProfile) ?? throw new InvalidDataException("A stored profile is null.");
        return new SellerProfile
        {
            Seller = SellerKey.Parse(seller),
            Names = [.. stored.Names],
            Addresses = [.. stored.Addresses],
            Marks = [.. stored.Marks.Select(mark => new IdentityMark((MarkKind)mark.Kind, mark.Hash))],
        };
    }
}

/// <summary>A mark as it lies on disk.</summary>
internal sealed class StoredMark
{
    [JsonPropertyName("kind")] public byte Kind { get; set; }
    [JsonPropertyName("hash")] public long Hash { get; set; }
}

/// <summary>Evidence as it lies on disk.</summary>
internal sealed class StoredEvidence
{
    [JsonPropertyName("what")] public string What { get; set; } = "";
    [JsonPropertyName("bits")] public double Bits { get; set; }
    [JsonPropertyName("hashes")] public long[] Hashes { get; set; } = [];
    [JsonPropertyName("others")] public int Others { get; set; }

    public static string Write(ImmutableArray<Evidence> evidence) => JsonSerializer.Serialize(
        [.. evidence.Select(e => new StoredEvidence { What = e.What, Bits = Math.Round(e.Bits, 2), Hashes = [.. e.Hashes], Others = e.Others })],
        StoredIdentity.Default.StoredEvidenceArray);

    public static ImmutableArray<Evidence> Read(string json) =>
        [.. JsonSerializer.Deserialize(json, StoredIdentity.Default.StoredEvidenceArray)!.Select(e => new Evidence(e.What, e.Bits, [.. e.Hashes], e.Others))];
}

/// <summary>How they are written.</summary>
[JsonSerializable(typeof(StoredProfile))]
[JsonSerializable(typeof(StoredEvidence[]))]
internal sealed partial class StoredIdentity : JsonSerializerContext;
