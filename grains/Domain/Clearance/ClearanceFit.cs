using Tracking.Contracts.Clearance;

namespace Tracking.Domain.Clearance;

/// <summary>A row of the table that fits a piece.</summary>
/// <param name="Row">The row.</param>
/// <param name="Verdict">What it says for the purpose.</param>
/// <param name="Authority">Who can change it; null where nobody in particular can.</param>
/// <param name="Hold">The hold that it comes from; null where it comes from none.</param>
public readonly record struct ClearanceFit(ClearanceRow Row, ClearanceVerdict Verdict, string? Authority, string? Hold);
