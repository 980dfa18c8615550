using Tracking.Contracts.Holds;

namespace Tracking.Contracts.Live;

/// <summary>An open hold in the officers' queue.</summary>
[GenerateSerializer, Immutable, Alias("tracking.hold-row.v1")]
public sealed record HoldRow
{
    /// <summary>The hold's id within its shipment.</summary>
    [Id(0)] public required string Id { get; init; }
    /// <summary>Carrier.</summary>
    [Id(1)] public required string Carrier { get; init; }
    /// <summary>Number of the bill.</summary>
    [Id(2)] public required string Number { get; init; }
    /// <summary>Kind.</summary>
    [Id(3)] public HoldKind Kind { get; init; }
    /// <summary>Authority.</summary>
    [Id(4)] public required string Authority { get; init; }
    /// <summary>Reason; null where restricted or not given.</summary>
    [Id(5)] public string? Reason { get; init; }
    /// <summary>Legal basis.</summary>
    [Id(6)] public string? LegalBasis { get; init; }
    /// <summary>Port or station.</summary>
    [Id(7)] public string? Port { get; init; }
    /// <summary>When it was placed.</summary>
    [Id(8)] public DateTimeOffset PlacedAt { get; init; }
    /// <summary>Seller as marketplace/account.</summary>
    [Id(9)] public string? Seller { get; init; }
    /// <summary>The standing order that placed it, as owner/id; null where a decision did.</summary>
    [Id(10)] public string? Order { get; init; }
}
