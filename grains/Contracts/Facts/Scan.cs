using Tracking.Contracts.Statuses;

namespace Tracking.Contracts.Facts;

/// <summary>What a carrier reports of a bill or a piece.</summary>
[GenerateSerializer, Immutable, Alias("tracking.scan.v1")]
public sealed record Scan : Fact
{
    /// <summary>The status that it reports.</summary>
    [Id(0)] public required TransportStatus Status { get; init; }

    /// <summary>The carrier's own code, at most 32 characters.</summary>
    [Id(1)] public string? Code { get; init; }

    /// <summary>The carrier's own text, at most 256 characters.</summary>
    [Id(2)] public string? Text { get; init; }

    /// <summary>Where.</summary>
    [Id(3)] public Place? Place { get; init; }

    /// <summary>How many pieces it concerns.</summary>
    [Id(4)] public int? Pieces { get; init; }

    /// <summary>Gross weight in kilograms.</summary>
    [Id(5)] public decimal? WeightKg { get; init; }

    /// <summary>The container, bag or pallet that it was in.</summary>
    [Id(6)] public string? Container { get; init; }

    /// <summary>The master bill that it travelled under.</summary>
    [Id(7)] public string? MasterBill { get; init; }

    /// <summary>What the carrier says of customs.</summary>
    [Id(8)] public CustomsReport Customs { get; init; }

    /// <summary>The box that it was put into or taken out of; null where the scan says nothing of that.</summary>
    [Id(9)] public Packing? Packing { get; init; }
}
