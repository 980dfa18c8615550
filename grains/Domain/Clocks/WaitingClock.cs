namespace Tracking.Domain.Clocks;

/// <summary>A clock of the hold's basis that has not started.</summary>
/// <param name="Rule">The clock.</param>
/// <param name="Why">What it waits for, in a sentence.</param>
public sealed record WaitingClock(ClockRule Rule, string Why);
