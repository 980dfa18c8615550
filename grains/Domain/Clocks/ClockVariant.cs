namespace Tracking.Domain.Clocks;

/// <summary>Another length of a clock under a condition.</summary>
/// <param name="Condition">The condition, for example <c>perishable</c>.</param>
/// <param name="Length">The length, in the clock's units.</param>
public sealed record ClockVariant(string Condition, int Length);
