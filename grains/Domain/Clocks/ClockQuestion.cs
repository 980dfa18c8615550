namespace Tracking.Domain.Clocks;

/// <summary>What the deadlines of a hold follow from.</summary>
public sealed record ClockQuestion
{
    /// <summary>The rule set of the hold's day.</summary>
    public required RuleSet RuleSet { get; init; }
    /// <summary>The legal basis of the hold.</summary>
    public required LegalBasis Basis { get; init; }
    /// <summary>Where it is held.</summary>
    public required Port Port { get; init; }
    /// <summary>What is known to have happened.</summary>
    public ImmutableArray<ClockFact> Facts { get; init; } = [];
    /// <summary>Conditions that hold for the goods or the case, for example <c>perishable</c>.</summary>
    public ImmutableArray<string> Conditions { get; init; } = [];
    /// <summary>Clocks that are off by default and were switched on, by id.</summary>
    public ImmutableArray<string> SwitchedOn { get; init; } = [];
    /// <summary>How many business days before a last day it is warned of, 0 to 100, unless the clock says otherwise.</summary>
    public int WarnDays { get; init; } = 2;
}
