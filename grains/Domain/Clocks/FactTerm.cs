namespace Tracking.Domain.Clocks;

/// <summary>A fact that the clocks of a rule set know.</summary>
/// <param name="Name">The name, for example <c>presented</c>.</param>
/// <param name="Words">What it means.</param>
/// <param name="SaidBy">Who may say it; whatever anyone else says starts, meets and stops nothing.</param>
public sealed record FactTerm(string Name, string Words, ImmutableArray<Speaker> SaidBy);
