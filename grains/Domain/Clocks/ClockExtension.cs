namespace Tracking.Domain.Clocks;

/// <summary>How a clock may be extended.</summary>
/// <param name="By">The fact that extends it.</param>
/// <param name="Most">The most that it may add, in the clock's units; null: no limit, and the fact has to say by how much.</param>
/// <param name="NotFor">Conditions under which it is not possible, for example <c>perishable</c>.</param>
public sealed record ClockExtension(string By, int? Most, ImmutableArray<string> NotFor);
