using System.Text.Json.Serialization;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Identifiers;

namespace Tracking.Journal.Events.Stored;

/// <summary>A manifest as it lies on disk: parties by role, reference and country, never with their details.</summary>
internal sealed class StoredManifest : StoredFact
{
    [JsonPropertyName("pn")] public string[]? Pieces { get; set; }
    [JsonPropertyName("pc")] public int? PieceCount { get; set; }
    [JsonPropertyName("pt")] public StoredParty[]? Parties { get; set; }
    [JsonPropertyName("ph")] public uint PartiesHash { get; set; }
    [JsonPropertyName("pf")] public ulong[]? PartyFeatures { get; set; }
    [JsonPropertyName("fr")] public StoredPlace? Origin { get; set; }
    [JsonPropertyName("to")] public StoredPlace? Destination { get; set; }
    [JsonPropertyName("g")] public StoredGoods[]? Goods { get; set; }
    [JsonPropertyName("mb")] public string? MasterBill { get; set; }
    [JsonPropertyName("cv")] public string? Conveyance { get; set; }
    [JsonPropertyName("pe")] public string? PortOfEntry { get; set; }
    [JsonPropertyName("et")] public long? ExpectedAt { get; set; }
    [JsonPropertyName("eo")] public short ExpectedOffset { get; set; }

    public static StoredManifest From(Manifest manifest)
    {
        var stored = new StoredManifest
        {
            Pieces = manifest.Pieces.IsDefaultOrEmpty ? null : [.. manifest.Pieces],
            PieceCount = manifest.PieceCount,
            Parties = StoredParty.From(manifest.Parties),
            PartiesHash = manifest.PartiesHash,
            PartyFeatures = manifest.PartyFeatures.IsDefaultOrEmpty ? null : [.. manifest.PartyFeatures],
            Origin = StoredPlace.From(manifest.Origin),
            Destination = StoredPlace.From(manifest.Destination),
            Goods = StoredGoods.From(manifest.Goods),
            MasterBill = manifest.MasterBill,
            Conveyance = manifest.Conveyance,
            PortOfEntry = manifest.PortOfEntry,
            ExpectedAt = manifest.ExpectedArrival?.Microseconds,
            ExpectedOffset = manifest.ExpectedArrival?.OffsetMinutes ?? 0,
        };
        stored.Take(manifest);
        return stored;
    }

    public Manifest ToManifest() => new()
    {
        Number = ReadNumber(),
        Source = ReadSource(),
        Id = Id,
        OccurredAt = ReadTime(),
        ReceivedAt = ReceivedAt,
        ReportedBy = ReadActor(),
        Corrects = Corrects,
        Withdraws = Withdraws,
        Pieces = Pieces is null ? [] : [.. Pieces],
        PieceCount = PieceCount,
        Parties = StoredParty.ToParties(Parties),
        PartiesHash = PartiesHash,
        PartyFeatures = PartyFeatures is null ? [] : [.. PartyFeatures],
        Origin = Origin?.ToPlace(),
        Destination = Destination?.ToPlace(),
        Goods = StoredGoods.ToLines(Goods),
        MasterBill = MasterBill,
        Conveyance = Conveyance,
        PortOfEntry = PortOfEntry,
        ExpectedArrival = ExpectedAt is { } at ? new ReportedTime(at, ExpectedOffset) : null,
    };
}
