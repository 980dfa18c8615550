using Tracking.Contracts.Clearance;

namespace Tracking.Domain.Holds;

/// <summary>A permit to move although held.</summary>
/// <param name="Authority">Who gave it: opens only rows of that authority, and 'not released'.</param>
/// <param name="Purpose">What it opens.</param>
/// <param name="Since">Effective time, microseconds since 1970 UTC.</param>
/// <param name="Pieces">Pieces; empty: all.</param>
public sealed record Permit(string Authority, ClearancePurpose Purpose, long Since, ImmutableArray<string> Pieces)
{
    /// <summary>Whether it is for a piece.</summary>
    /// <param name="piece">The piece; null for one without a number of its own.</param>
    public bool Applies(string? piece) => Pieces.IsEmpty || (piece is not null && Pieces.Contains(piece));
}
