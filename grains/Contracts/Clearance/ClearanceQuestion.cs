using Tracking.Contracts.Access;
using Tracking.Contracts.Identifiers;

namespace Tracking.Contracts.Clearance;

/// <summary>'May this parcel move on?'</summary>
/// <param name="Number">The bill or piece that the belt read.</param>
/// <param name="Purpose">What it wants to do.</param>
/// <param name="Asker">Who asks; an answer other than go to the carrier makes the hold known to it.</param>
[GenerateSerializer, Immutable, Alias("tracking.clearance-question.v1")]
public sealed record ClearanceQuestion(
    [property: Id(0)] ShipmentNumber Number,
    [property: Id(1)] ClearancePurpose Purpose,
    [property: Id(2)] Actor Asker);
