using Tracking.Contracts.Statuses;

namespace Tracking.Contracts.Live;

/// <summary>A shipment in a list: its head row.</summary>
[GenerateSerializer, Immutable, Alias("tracking.shipment-row.v1")]
public sealed record ShipmentRow
{
    /// <summary>Carrier.</summary>
    [Id(0)] public required string Carrier { get; init; }
    /// <summary>Number.</summary>
    [Id(1)] public required string Number { get; init; }
    /// <summary>Stream version: a greater one is newer.</summary>
    [Id(2)] public int Version { get; init; }
    /// <summary>Transport status.</summary>
    [Id(3)] public TransportStatus Status { get; init; }
    /// <summary>Customs status that matters most: of import where there is one.</summary>
    [Id(4)] public CustomsStatus Customs { get; init; }
    /// <summary>Open holds.</summary>
    [Id(5)] public int OpenHolds { get; init; }
    /// <summary>Violations.</summary>
    [Id(6)] public int Violations { get; init; }
    /// <summary>Discrepancies.</summary>
    [Id(7)] public int Discrepancies { get; init; }
    /// <summary>Seller as marketplace/account.</summary>
    [Id(8)] public string? Seller { get; init; }
    /// <summary>Last place.</summary>
    [Id(9)] public string? Place { get; init; }
    /// <summary>When the last fact that counts happened.</summary>
    [Id(10)] public DateTimeOffset LastAt { get; init; }
    /// <summary>Origin country.</summary>
    [Id(11)] public string? Origin { get; init; }
    /// <summary>Destination country.</summary>
    [Id(12)] public string? Destination { get; init; }
}
