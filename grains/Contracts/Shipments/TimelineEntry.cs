using Tracking.Contracts.Access;
using Tracking.Contracts.Facts;

namespace Tracking.Contracts.Shipments;

/// <summary>One event on a shipment's timeline: a fact, or what the product noted.</summary>
/// <param name="Version">Its version in the stream.</param>
/// <param name="Id">The fact's id.</param>
/// <param name="Type">The event's name, for example <c>scan-reported</c>.</param>
/// <param name="OccurredAt">When it happened, in its reporter's offset.</param>
/// <param name="ReceivedAt">When it was received.</param>
/// <param name="By">Who handed it in.</param>
/// <param name="ReplacedBy">The id of the correction that replaced it; null where it counts.</param>
/// <param name="Fact">The fact itself; null where the product noted something of its own.</param>
/// <param name="Note">What the product noted, in one sentence.</param>
[GenerateSerializer, Immutable, Alias("tracking.timeline-entry.v1")]
public sealed record TimelineEntry(
    [property: Id(0)] int Version,
    [property: Id(1)] string Id,
    [property: Id(2)] string Type,
    [property: Id(3)] DateTimeOffset OccurredAt,
    [property: Id(4)] DateTimeOffset ReceivedAt,
    [property: Id(5)] Actor By,
    [property: Id(6)] string? ReplacedBy,
    [property: Id(7)] Fact? Fact,
    [property: Id(8)] string? Note);
