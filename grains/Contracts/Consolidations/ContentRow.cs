using Tracking.Contracts.Clearance;

namespace Tracking.Contracts.Consolidations;

/// <summary>A row of what is in boxes: one thing's stay in one box, or, without one, what stands in the way of a box itself.</summary>
/// <param name="Number">The thing inside, or the box itself; a number of the same carrier.</param>
/// <param name="Box">The box; null for the row of a box itself.</param>
/// <param name="From">Since when, microseconds since 1970 UTC.</param>
/// <param name="Until">Until when; null while it is inside.</param>
/// <param name="IsBox">Whether the thing inside is a box.</param>
/// <param name="Elsewhere">Whether it was in other boxes as well.</param>
/// <param name="Verdicts">What its own facts answer for each purpose: two bits each, in the order of <see cref="ClearancePurpose"/>.</param>
public sealed record ContentRow(string Number, string? Box, long From, long? Until, bool IsBox, bool Elsewhere, int Verdicts)
{
    /// <summary>The verdict for a purpose.</summary>
    /// <param name="purpose">The purpose.</param>
    public ClearanceVerdict For(ClearancePurpose purpose) => (ClearanceVerdict)((Verdicts >> (2 * (int)purpose)) & 3);
}
