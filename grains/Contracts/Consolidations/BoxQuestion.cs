using Tracking.Contracts.Clearance;
using Tracking.Contracts.Identifiers;

namespace Tracking.Contracts.Consolidations;

/// <summary>'What of yours stands in the way of something that was inside you until then?'</summary>
/// <param name="Box">The box.</param>
/// <param name="Purpose">What is wanted with the thing inside.</param>
/// <param name="Until">When it was taken out, microseconds since 1970 UTC; the greatest value while it is inside.</param>
/// <param name="ArrivedIn">Customs territories that the thing inside is known to have arrived in.</param>
/// <param name="Departed">Whether it is known to have departed.</param>
/// <param name="PermittedBy">Authorities that permit the thing inside this purpose.</param>
[GenerateSerializer, Immutable, Alias("tracking.box-question.v1")]
public sealed record BoxQuestion(
    [property: Id(0)] ShipmentNumber Box,
    [property: Id(1)] ClearancePurpose Purpose,
    [property: Id(2)] long Until,
    [property: Id(3)] ImmutableArray<string> ArrivedIn,
    [property: Id(4)] bool Departed,
    [property: Id(5)] ImmutableArray<string> PermittedBy);

/// <summary>A box's answer to a <see cref="BoxQuestion"/>.</summary>
/// <param name="Reasons">What stands in the way, of this box alone.</param>
/// <param name="Around">The boxes that this one is or was in.</param>
[GenerateSerializer, Immutable, Alias("tracking.box-answer.v1")]
public sealed record BoxAnswer(
    [property: Id(0)] ImmutableArray<ClearanceReason> Reasons,
    [property: Id(1)] ImmutableArray<BoxStay> Around);
