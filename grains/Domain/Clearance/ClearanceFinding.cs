namespace Tracking.Domain.Clearance;

/// <summary>A row that fits, and which pieces.</summary>
/// <param name="Fit">The row with its answer.</param>
/// <param name="Pieces">The pieces; empty: all that were asked about.</param>
public sealed record ClearanceFinding(ClearanceFit Fit, ImmutableArray<string> Pieces);
