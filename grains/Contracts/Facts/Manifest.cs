using System.Text.Json.Serialization;
using Tracking.Contracts.Identifiers;

namespace Tracking.Contracts.Facts;

/// <summary>Advance data of a bill: its pieces, parties, route, goods and transport. The source is the carrier.</summary>
[GenerateSerializer, Immutable, Alias("tracking.manifest.v1")]
public sealed record Manifest : Fact
{
    /// <summary>The numbers of its pieces in normal form; each is linked to the bill.</summary>
    [Id(0)] public ImmutableArray<string> Pieces { get; init; } = [];

    /// <summary>How many pieces there are, where not all are numbered.</summary>
    [Id(1)] public int? PieceCount { get; init; }

    /// <summary>Parties by role.</summary>
    [Id(2)] public ImmutableArray<Party> Parties { get; init; } = [];

    /// <summary>Where it comes from.</summary>
    [Id(3)] public Place? Origin { get; init; }

    /// <summary>Where it goes.</summary>
    [Id(4)] public Place? Destination { get; init; }

    /// <summary>Goods.</summary>
    [Id(5)] public ImmutableArray<GoodsLine> Goods { get; init; } = [];

    /// <summary>Master bill.</summary>
    [Id(6)] public string? MasterBill { get; init; }

    /// <summary>Flight or vessel.</summary>
    [Id(7)] public string? Conveyance { get; init; }

    /// <summary>Port of entry: the authority's own code (US: 4 digits) or a UN/LOCODE.</summary>
    [Id(8)] public string? PortOfEntry { get; init; }

    /// <summary>When it is expected there.</summary>
    [Id(9)] public ReportedTime? ExpectedArrival { get; init; }

    /// <summary>A short hash of the parties' details, kept where the details themselves lie beside the stream; 0 before that.</summary>
    [Id(10)] public uint PartiesHash { get; init; }

    /// <summary>Hashes of the consignee's name and address, by which standing orders find it; kept where the details themselves lie beside the stream; shown to nobody.</summary>
    [JsonIgnore]
    [Id(11)] public ImmutableArray<ulong> PartyFeatures { get; init; } = [];
}
