using NodaTime;
using NodaTime.Text;
using Tracking.Domain.Clocks.Calendars;

namespace Tracking.Domain.Clocks;

/// <summary>What is said about clocks, in one place.</summary>
public static class ClockWords
{
    /// <summary>What stands wherever a deadline is shown.</summary>
    public const string NotLegalAdvice = "Computed from rules that people wrote down; not legal advice. The law and the authority's own word decide.";

    private static readonly LocalDateTimePattern Time = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");
    private static readonly LocalDatePattern WithWeekday = LocalDatePattern.CreateWithInvariantCulture("ddd uuuu-MM-dd");

    /// <summary>A mark in words.</summary>
    /// <param name="mark">The mark.</param>
    public static string Of(SourceMark mark) => mark switch
    {
        SourceMark.Seen => "seen in its source",
        SourceMark.Partly => "seen in part; the rest is general knowledge",
        _ => "general knowledge, not seen in a source: check it",
    };

    /// <summary>A day with its weekday.</summary>
    /// <param name="day">The day.</param>
    public static string Of(LocalDate day) => WithWeekday.Format(day);

    /// <summary>A length in words.</summary>
    /// <param name="length">The length.</param>
    /// <param name="unit">The unit.</param>
    public static string Of(int length, ClockUnit unit) => length == 0 ? "the same day" : (length, unit) switch
    {
        (1, ClockUnit.BusinessDays) => "1 business day",
        (_, ClockUnit.BusinessDays) => $"{length} business days",
        (1, ClockUnit.CalendarDays) => "1 calendar day",
        (_, ClockUnit.CalendarDays) => $"{length} calendar days",
        (1, _) => "1 month",
        _ => $"{length} months",
    };

    /// <summary>A turn in words.</summary>
    /// <param name="turn">The turn.</param>
    public static string Of(ClockTurn turn) => turn switch
    {
        ClockTurn.RightHolder => "right holder",
        _ => turn.ToString().ToLowerInvariant(),
    };

    /// <summary>A state in one word, as the API and the page have it.</summary>
    /// <param name="state">The state.</param>
    public static string Of(DeadlineState state) => state.ToString().ToLowerInvariant();

    /// <summary>Who said something, in words.</summary>
    /// <param name="speaker">Who.</param>
    public static string Of(Speaker speaker) => speaker switch
    {
        Speaker.RightHolder => "the right holder",
        _ => $"the {speaker.ToString().ToLowerInvariant()}",
    };

    internal static string? WhyIgnored(RuleSet ruleSet, ClockFact fact) => ruleSet.Clock(fact.Name) is not null
        ? fact.SaidBy == Speaker.Authority ? null : $"The effect of {fact.Name} was confirmed by {Of(fact.SaidBy)}; only the authority confirms it."
        : ruleSet.Term(fact.Name) is not { } term
        ? $"'{fact.Name}' is no fact of the rule set {ruleSet.Name}; it knows {string.Join(", ", ruleSet.Facts.Select(f => f.Name))}."
        : term.SaidBy.Contains(fact.SaidBy) ? null
        : $"'{fact.Name}' was said by {Of(fact.SaidBy)}; it counts only when {string.Join(" or ", term.SaidBy.Select(Of))} says so.";

    internal static string SwitchedOff(ClockRule rule) => $"It is off by default; switch {rule.Id} on where it applies.";

    internal static string OnlyAfter(RuleSet ruleSet, ClockRule rule, string needed) =>
        $"It counts only after '{needed}' ({Words(ruleSet, needed)}); it then runs from '{string.Join("' or '", rule.Starts)}'.";

    internal static string WaitsForClock(RuleSet ruleSet, string other) => $"It is counted from the clock {other} ({ruleSet.Clock(other)?.Title}), which has not started.";

    internal static string WaitsFor(RuleSet ruleSet, ClockRule rule) =>
        $"It starts with {string.Join(" or ", rule.Starts.Select(s => $"'{s}' ({Words(ruleSet, s)})"))}.";

    internal static string Anchored(RuleSet ruleSet, DeadlineAnchor anchor, Port port, int length)
    {
        var what = anchor.IsLapse
            ? $"If nothing happens before, {anchor.Fact} ({ruleSet.Clock(anchor.Fact)?.Title}) runs out on {Of(anchor.Day)}"
            : $"'{anchor.Fact}' ({Words(ruleSet, anchor.Fact)}) is dated {Time.Format(anchor.At.InZone(port.Zone).LocalDateTime)} in {port.Zone.Id}, as said by {Of(anchor.SaidBy ?? Speaker.Authority)}";
        return length == 0 ? $"{what}." : $"{what}; that day does not count.";
    }

    internal static string Counted(ClockRule rule, int length, string? condition, ImmutableArray<CountedDay> days, LocalDate last)
    {
        var size = Of(length, rule.Unit) + (condition is null ? "" : $" ({condition})");
        return days.IsEmpty ? $"It has to be done {size}."
            : rule.Unit == ClockUnit.Months ? $"{size} later is {Of(last)}."
            : rule.Unit == ClockUnit.CalendarDays ? $"{size}: day 1 is {Of(days[0].Day)}, day {length} is {Of(last)}."
            : $"{size}: {Numbers(days)}{Left(days)}.";
    }

    internal static string CountedBack(RuleSet ruleSet, ClockRule rule, Deadline other, LocalDate last) =>
        $"{Of(rule.Length, rule.Unit)} before {Of(other.LastDay)}, the last day of {other.Rule.Id} ({ruleSet.Clock(other.Rule.Id)?.Title}), is {Of(last)}.";

    internal static string Extension(RuleSet ruleSet, ClockRule rule, ClockFact fact, int more, string? why)
    {
        var what = $"'{fact.Name}' ({Words(ruleSet, fact.Name)})";
        return more == 0 ? $"{what} does not extend it: {why}." : $"{what} extends it by {Of(more, rule.Unit)}{(why is null ? "" : $"; {why}")}.";
    }

    // 24:00 is how people write the end of a day; the same in UTC leaves no doubt where the clocks change.
    internal static string InTime(LocalDate last, Port port) =>
        $"In time is what happens before {Of(last)}, 24:00 in {port.Zone.Id}, which is {Time.Format(port.StartOf(last.PlusDays(1)).InUtc().LocalDateTime)} UTC.";

    internal static IEnumerable<string> AboutTheEnd(ClockRule rule, LocalDate last, LocalDate moved, BusinessCalendar calendar)
    {
        if (moved != last)
        {
            yield return $"{Of(last)} is no business day ({calendar.WhyClosed(last)}); the last day moves to {Of(moved)}.";
        }
        else if (calendar.WhyClosed(last) is { } closed)
        {
            yield return $"{Of(last)} is no business day ({closed}); the rule does not move it.";
        }
    }

    private static string Numbers(ImmutableArray<CountedDay> days) => string.Join(", ", days.Where(d => d.Number is not null).Select(d => $"{Of(d.Day)} is {d.Number}"));

    private static string Left(ImmutableArray<CountedDay> days)
    {
        var left = days.Where(d => d.Number is null).Select(d => d.WhyNot == d.Day.DayOfWeek.ToString() ? Of(d.Day) : $"{Of(d.Day)} {d.WhyNot}").ToList();
        return left.Count == 0 ? "" : $"; not counted: {string.Join(", ", left)}";
    }

    private static string Words(RuleSet ruleSet, string fact) => ruleSet.Term(fact)?.Words ?? "not described";
}
