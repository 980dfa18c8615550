using Tracking.Domain.Clocks;
using Tracking.Domain.Holds;

namespace Tracking.Domain.Cases;

/// <summary>A hold with the work on it and the clocks that the law has for it.</summary>
/// <param name="Hold">The hold.</param>
/// <param name="Case">The case, with what its clocks propose now.</param>
/// <param name="Sheet">Its clocks; null where it names no legal basis, or no port, that is known.</param>
/// <param name="Heard">The facts that its clocks listen to, in the order of time.</param>
public sealed record HeldCase(Hold Hold, Case Case, ClockSheet? Sheet, ImmutableArray<ClockFact> Heard)
{
    /// <summary>The key of one of its deadlines.</summary>
    /// <param name="clock">The clock's id.</param>
    public DeadlineKey Key(string clock) => new(Hold.Authority, Hold.Id, clock);
}
