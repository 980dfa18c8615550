using NodaTime;

namespace Tracking.Domain.Clocks;

/// <summary>How a deadline stands at an instant.</summary>
/// <param name="State">The state.</param>
/// <param name="Since">Since when.</param>
/// <param name="By">The fact that met or stopped it, even if too late for that; null: none.</param>
public sealed record DeadlineStatus(DeadlineState State, Instant Since, ClockFact? By)
{
    /// <summary>Whether somebody still has to do something about it.</summary>
    public bool IsOpen => By is null && State is not (DeadlineState.Expected or DeadlineState.Stopped or DeadlineState.Met);
}
