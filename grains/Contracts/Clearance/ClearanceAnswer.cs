using Tracking.Contracts.Identifiers;

namespace Tracking.Contracts.Clearance;

/// <summary>The answer to a <see cref="ClearanceQuestion"/>.</summary>
/// <param name="Number">The number asked about, in normal form.</param>
/// <param name="Purpose">The purpose asked about.</param>
/// <param name="Verdict">The strictest of the reasons.</param>
/// <param name="Reasons">Every row that fits and is not go; a single <see cref="ClearanceRow.Free"/> where it may move.</param>
/// <param name="Pieces">How many pieces the bill has, as far as known; at least 1.</param>
/// <param name="PiecesFree">For how many of them the answer is go.</param>
/// <param name="Position">The stream's version at which it was computed; 0 for a number never seen.</param>
/// <param name="AskedAt">When it was computed.</param>
/// <param name="ReliableForSeconds">How long it may be relied on, in seconds.</param>
[GenerateSerializer, Immutable, Alias("tracking.clearance-answer.v1")]
public sealed record ClearanceAnswer(
    [property: Id(0)] ShipmentNumber Number,
    [property: Id(1)] ClearancePurpose Purpose,
    [property: Id(2)] ClearanceVerdict Verdict,
    [property: Id(3)] ImmutableArray<ClearanceReason> Reasons,
    [property: Id(4)] int Pieces,
    [property: Id(5)] int PiecesFree,
    [property: Id(6)] long Position,
    [property: Id(7)] DateTimeOffset AskedAt,
    [property: Id(8)] int ReliableForSeconds);
