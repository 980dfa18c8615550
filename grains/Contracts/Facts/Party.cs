namespace Tracking.Contracts.Facts;

/// <summary>A party of a shipment. In an event only role, reference and country; the details lie beside the stream.</summary>
/// <param name="Role">What it is to the shipment.</param>
/// <param name="Reference">The id of its record beside the stream; null before it is stored.</param>
/// <param name="Country">ISO 3166-1 alpha-2; null where unknown.</param>
/// <param name="Details">Names and contacts; null in an event.</param>
[GenerateSerializer, Immutable, Alias("tracking.party.v1")]
public sealed record Party(
    [property: Id(0)] PartyRole Role,
    [property: Id(1)] string? Reference,
    [property: Id(2)] string? Country,
    [property: Id(3)] PartyDetails? Details);
