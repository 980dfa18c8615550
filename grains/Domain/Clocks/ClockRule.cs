namespace Tracking.Domain.Clocks;

/// <summary>One clock of a rule set: a row of the law's table.</summary>
public sealed record ClockRule
{
    /// <summary>Id, one for good, for example <c>us.determination</c>.</summary>
    public required string Id { get; init; }
    /// <summary>What has to be done, in a few words.</summary>
    public required string Title { get; init; }
    /// <summary>The legal bases whose holds have this clock, as the rule set names them.</summary>
    public required ImmutableArray<string> Bases { get; init; }
    /// <summary>What starts it: facts, each of which is enough. The earliest counts.</summary>
    public required ImmutableArray<string> Starts { get; init; }
    /// <summary>Another clock whose running out starts this one where no fact does.</summary>
    public string? StartsAtLapseOf { get; init; }
    /// <summary>Another clock, before whose last day this one ends: it counts back.</summary>
    public string? EndsBefore { get; init; }
    /// <summary>A fact without which it does not count, although it started; null: none.</summary>
    public string? OnlyAfter { get; init; }
    /// <summary>Length, 0 to 1000 units; 0: the same day.</summary>
    public required int Length { get; init; }
    /// <summary>What is counted.</summary>
    public required ClockUnit Unit { get; init; }
    /// <summary>Other lengths under conditions; the first that holds counts.</summary>
    public ImmutableArray<ClockVariant> Variants { get; init; } = [];
    /// <summary>Whether a last day that is no business day moves to the next one.</summary>
    public bool MovesToBusinessDay { get; init; }
    /// <summary>Whose turn it is.</summary>
    public required ClockTurn Turn { get; init; }
    /// <summary>What follows when it runs out.</summary>
    public required ClockEffect Effect { get; init; }
    /// <summary>The same in words.</summary>
    public required string EffectWords { get; init; }
    /// <summary>Whether the effect bears the date of the last day itself; else that of the first day after it.</summary>
    public bool EffectOnLastDay { get; init; }
    /// <summary>Facts that meet it: what had to be done was done.</summary>
    public ImmutableArray<string> MetBy { get; init; } = [];
    /// <summary>Facts that stop it: it matters no longer.</summary>
    public ImmutableArray<string> StoppedBy { get; init; } = [];
    /// <summary>How it may be extended; null: not.</summary>
    public ClockExtension? Extension { get; init; }
    /// <summary>How many business days before the last day it warns; null: as configured.</summary>
    public int? WarnDays { get; init; }
    /// <summary>The source of the rule.</summary>
    public required string Citation { get; init; }
    /// <summary>How well it is known.</summary>
    public required SourceMark Mark { get; init; }
    /// <summary>What of it was not seen, or what a reader has to know; null: nothing.</summary>
    public string? Note { get; init; }
    /// <summary>Whether it runs only where it was switched on.</summary>
    public bool OffByDefault { get; init; }

    /// <summary>Whether it counts under a legal basis.</summary>
    /// <param name="basis">The basis, as the rule set names it.</param>
    public bool Has(string basis) => Bases.Contains(basis, StringComparer.Ordinal);
}
