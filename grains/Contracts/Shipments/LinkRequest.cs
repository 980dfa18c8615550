using Tracking.Contracts.Identifiers;

namespace Tracking.Contracts.Shipments;

/// <summary>A bill tells one of its pieces where it belongs, or no longer belongs.</summary>
/// <param name="Bill">The bill.</param>
/// <param name="Piece">The piece.</param>
/// <param name="Since">Effective time of the manifest that says so, microseconds since 1970 UTC.</param>
/// <param name="Fact">The key of that manifest: settles ties.</param>
/// <param name="Linked">Whether it belongs to the bill; false takes the link back.</param>
/// <param name="Version">The bill's version when it said so: of two requests of one bill the later counts.</param>
[GenerateSerializer, Immutable, Alias("tracking.link-request.v1")]
public sealed record LinkRequest(
    [property: Id(0)] ShipmentNumber Bill,
    [property: Id(1)] ShipmentNumber Piece,
    [property: Id(2)] long Since,
    [property: Id(3)] UInt128 Fact,
    [property: Id(4)] bool Linked,
    [property: Id(5)] int Version);
