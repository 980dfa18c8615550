namespace Tracking.Domain.Clocks;

/// <summary>All clocks of one hold.</summary>
/// <param name="RuleSet">The rule set that they are rows of.</param>
/// <param name="Basis">The legal basis that selected them.</param>
/// <param name="Port">Where the days are counted.</param>
/// <param name="Deadlines">Those that were started, in the order of the rule set.</param>
/// <param name="Waiting">Those that were not.</param>
/// <param name="Ignored">Facts that no clock listens to.</param>
public sealed record ClockSheet(
    RuleSet RuleSet,
    LegalBasis Basis,
    Port Port,
    ImmutableArray<Deadline> Deadlines,
    ImmutableArray<WaitingClock> Waiting,
    ImmutableArray<IgnoredFact> Ignored)
{
    /// <summary>The deadline of a clock; null if it has not started.</summary>
    /// <param name="id">The clock's id.</param>
    public Deadline? Of(string id) => Deadlines.FirstOrDefault(d => d.Rule.Id == id);
}
