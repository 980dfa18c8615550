using Tracking.Contracts.Access;
using Tracking.Contracts.Identifiers;

namespace Tracking.Contracts.Facts;

/// <summary>
/// Something that somebody outside reported about a shipment. Never refused for what it says: what does not fit is
/// folded as far as it goes and shown as a discrepancy. Closed: scan, manifest, dispatch, decision.
/// </summary>
[GenerateSerializer, Immutable, Alias("tracking.fact.v1")]
public abstract record Fact
{
    /// <summary>The number that it came with, of a bill or a piece.</summary>
    [Id(0)] public required ShipmentNumber Number { get; init; }

    /// <summary>The carrier, authority or marketplace that says so; lower-case code.</summary>
    [Id(1)] public required string Source { get; init; }

    /// <summary>The source's own id of the fact, at most 128 characters; null where it gives none.</summary>
    [Id(2)] public string? Id { get; init; }

    /// <summary>When it happened, by the source's clock.</summary>
    [Id(3)] public required ReportedTime OccurredAt { get; init; }

    /// <summary>When it was first received here, microseconds since 1970 UTC; part of the fact from then on.</summary>
    [Id(4)] public required long ReceivedAt { get; init; }

    /// <summary>Who handed it in.</summary>
    [Id(5)] public required Actor ReportedBy { get; init; }

    /// <summary>The id of the fact of the same source that this one replaces; null where it replaces none.</summary>
    [Id(6)] public string? Corrects { get; init; }

    /// <summary>Whether a correction only takes the corrected fact back and says nothing new.</summary>
    [Id(7)] public bool Withdraws { get; init; }

    /// <summary>The message that it was read from; null where it was handed in as canonical JSON. No part of its content.</summary>
    [Id(8)] public Evidence? Evidence { get; init; }
}
