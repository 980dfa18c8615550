using Tracking.Contracts.Facts;

namespace Tracking.Domain.Holds;

/// <summary>A removal whose name found no hold of its authority yet: its hold may come later in the order.</summary>
/// <param name="Authority">Who removes.</param>
/// <param name="Name">What it names.</param>
/// <param name="Kind">Removal or completion.</param>
/// <param name="Key">Its key.</param>
/// <param name="Time">Its effective time.</param>
/// <param name="Pieces">Pieces that it frees; empty: all.</param>
/// <param name="SeenAtOther">Whether an open hold of another authority has that name.</param>
internal sealed record PendingRemoval(string Authority, string Name, DecisionKind Kind, UInt128 Key, long Time, ImmutableArray<string> Pieces, bool SeenAtOther);
