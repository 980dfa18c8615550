namespace Tracking.Contracts.Clearance;

/// <summary>One row of the clearance table that fits, with who can change it.</summary>
/// <param name="Row">The row.</param>
/// <param name="Verdict">What the row says for the purpose.</param>
/// <param name="LiftedBy">The authority or carrier that can change it; null where nobody in particular can.</param>
/// <param name="Hold">The hold's id where the row comes from a hold.</param>
/// <param name="Text">One plain sentence without restricted reasons.</param>
/// <param name="Pieces">The pieces that it concerns; empty: all.</param>
[GenerateSerializer, Immutable, Alias("tracking.clearance-reason.v1")]
public sealed record ClearanceReason(
    [property: Id(0)] ClearanceRow Row,
    [property: Id(1)] ClearanceVerdict Verdict,
    [property: Id(2)] string? LiftedBy,
    [property: Id(3)] string? Hold,
    [property: Id(4)] string Text,
    [property: Id(5)] ImmutableArray<string> Pieces);
