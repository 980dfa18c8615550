using Tracking.Contracts.Clearance;

namespace Tracking.Domain.Clearance;

/// <summary>The answer before it is put in words.</summary>
/// <param name="Verdict">The strictest of all pieces.</param>
/// <param name="Findings">Every row that fits and is not go.</param>
/// <param name="Pieces">Pieces asked about.</param>
/// <param name="PiecesFree">For how many of them the answer is go.</param>
public sealed record ClearanceResult(ClearanceVerdict Verdict, ImmutableArray<ClearanceFinding> Findings, int Pieces, int PiecesFree);
