using NodaTime;

namespace Tracking.Domain.Clocks;

/// <summary>Computes the deadlines of a hold from what has happened: a pure function, the same for the same facts.</summary>
public static class ClockRules
{
    /// <summary>All clocks of a hold, started or waiting.</summary>
    /// <param name="question">Rule set, legal basis, port, facts and conditions.</param>
    public static ClockSheet Sheet(ClockQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        var (heard, ignored) = Listen(question.RuleSet, question.Facts);
        var counting = new Counting(question, heard);
        var deadlines = ImmutableArray.CreateBuilder<Deadline>();
        var waiting = ImmutableArray.CreateBuilder<WaitingClock>();
        foreach (var rule in question.RuleSet.Clocks.Where(c => c.Has(question.Basis.Name)))
        {
            var (deadline, why) = counting.Of(rule);
            if (deadline is not null)
            {
                deadlines.Add(deadline);
            }
            else
            {
                waiting.Add(new WaitingClock(rule, why!));
            }
        }

        return new ClockSheet(question.RuleSet, question.Basis, question.Port, deadlines.ToImmutable(), waiting.ToImmutable(), ignored);
    }

    /// <summary>The facts that clocks listen to: known to the rule set, and said by who may say them.</summary>
    /// <param name="ruleSet">The rule set.</param>
    /// <param name="facts">The facts.</param>
    public static (ImmutableArray<ClockFact> Heard, ImmutableArray<IgnoredFact> Ignored) Listen(RuleSet ruleSet, ImmutableArray<ClockFact> facts)
    {
        ArgumentNullException.ThrowIfNull(ruleSet);
        var ignored = facts.Select(f => new IgnoredFact(f, ClockWords.WhyIgnored(ruleSet, f) ?? "")).Where(i => i.Why.Length > 0).ToImmutableArray();
        return ([.. facts.Except(ignored.Select(i => i.Fact)).OrderBy(f => f.At).ThenBy(f => f.Name, StringComparer.Ordinal)], ignored);
    }

    /// <summary>The first of the facts, by time, that bears one of the names.</summary>
    /// <param name="facts">Facts in order of time.</param>
    /// <param name="names">The names.</param>
    public static ClockFact? First(ImmutableArray<ClockFact> facts, ImmutableArray<string> names) => facts.FirstOrDefault(f => names.Contains(f.Name, StringComparer.Ordinal));

    private sealed class Counting(ClockQuestion question, ImmutableArray<ClockFact> facts)
    {
        private readonly Dictionary<string, (Deadline? Deadline, string? Why)> known = new(StringComparer.Ordinal);

        public (Deadline? Deadline, string? Why) Of(ClockRule rule)
        {
            // The reader of the data refuses clocks that depend on each other in a circle.
            if (!known.TryGetValue(rule.Id, out var answer))
            {
                known[rule.Id] = answer = Start(rule);
            }

            return answer;
        }

        private (Deadline? Deadline, string? Why) Start(ClockRule rule)
        {
            if (rule.OffByDefault && !question.SwitchedOn.Contains(rule.Id, StringComparer.Ordinal))
            {
                return (null, ClockWords.SwitchedOff(rule));
            }

            if (rule.OnlyAfter is { } needed && !facts.Any(f => f.Name == needed))
            {
                return (null, ClockWords.OnlyAfter(question.RuleSet, rule, needed));
            }

            if (rule.EndsBefore is { } other)
            {
                return Other(other) is { } end ? (CountBack(rule, end), null) : (null, ClockWords.WaitsForClock(question.RuleSet, other));
            }

            return Anchor(rule) is { } anchor ? (Count(rule, anchor), null) : (null, ClockWords.WaitsFor(question.RuleSet, rule));
        }

        private Deadline? Other(string id) => question.RuleSet.Clock(id) is { } rule ? Of(rule).Deadline : null;

        // The earliest of the facts that start it; the running out of another clock counts where no fact met or stopped that in time.
        private DeadlineAnchor? Anchor(ClockRule rule)
        {
            var fact = First(facts, rule.Starts);
            if (rule.StartsAtLapseOf is { } id && Other(id) is { } other && (fact is null || fact.At >= other.End)
                && !facts.Any(f => f.At < other.End && (other.Rule.MetBy.Contains(f.Name) || other.Rule.StoppedBy.Contains(f.Name))))
            {
                return new DeadlineAnchor(id, other.End, other.EffectDay) { IsLapse = true };
            }

            return fact is null ? null : new DeadlineAnchor(fact.Name, fact.At, question.Port.DayOf(fact.At)) { SaidBy = fact.SaidBy, Evidence = fact.Evidence };
        }

        private Deadline Count(ClockRule rule, DeadlineAnchor anchor)
        {
            var (port, calendar) = (question.Port, question.Port.Calendar);
            var variant = rule.Variants.FirstOrDefault(v => question.Conditions.Contains(v.Condition, StringComparer.Ordinal));
            var length = variant?.Length ?? rule.Length;
            var days = DayCount.Forward(anchor.Day, length, rule.Unit, calendar);
            var last = days.IsEmpty ? anchor.Day : days[^1].Day;
            var reasons = ImmutableArray.CreateBuilder<string>();
            reasons.Add(ClockWords.Anchored(question.RuleSet, anchor, port, length));
            reasons.Add(ClockWords.Counted(rule, length, variant?.Condition, days, last));
            var extension = Extend(rule, length, Move(rule, last), reasons);
            var end = Move(rule, extension.Last);
            reasons.AddRange(ClockWords.AboutTheEnd(rule, extension.Last, end, calendar));
            reasons.Add(ClockWords.InTime(end, port));
            return Dated(rule, anchor, length == 0 ? anchor.Day : anchor.Day.PlusDays(1), Move(rule, last), end) with
            {
                Days = [.. days, .. extension.Days],
                ExtendedAt = extension.At,
                Reasons = reasons.ToImmutable(),
            };
        }

        private Deadline CountBack(ClockRule rule, Deadline other)
        {
            var last = DayCount.Back(other.LastDay, rule.Length, rule.Unit, question.Port.Calendar);
            last = LocalDate.Max(last, other.Anchor.Day);
            return Dated(rule, other.Anchor, LocalDate.Min(other.FirstDay, last), last, last) with { Reasons = [ClockWords.CountedBack(question.RuleSet, rule, other, last), ClockWords.InTime(last, question.Port)] };
        }

        private Deadline Dated(ClockRule rule, DeadlineAnchor anchor, LocalDate first, LocalDate firstLast, LocalDate last)
        {
            var port = question.Port;
            var warn = DayCount.Back(last, rule.WarnDays ?? question.WarnDays, ClockUnit.BusinessDays, port.Calendar);
            return new Deadline
            {
                Rule = rule,
                RuleSet = question.RuleSet.Name,
                Anchor = anchor,
                FirstDay = first,
                LastDay = last,
                FirstLastDay = firstLast,
                Start = port.StartOf(first),
                End = port.StartOf(last.PlusDays(1)),
                DueFrom = Instant.Max(port.StartOf(last), anchor.At),
                WarnFrom = Instant.Max(port.StartOf(warn), anchor.At),
                EffectDay = rule.EffectOnLastDay ? last : last.PlusDays(1),
                Days = [],
                Reasons = [],
            };
        }

        private LocalDate Move(ClockRule rule, LocalDate last) => rule.MovesToBusinessDay ? DayCount.OnOrAfter(last, question.Port.Calendar) : last;

        private (LocalDate Last, ImmutableArray<CountedDay> Days, Instant? At) Extend(ClockRule rule, int length, LocalDate last, ImmutableArray<string>.Builder reasons)
        {
            (LocalDate Last, ImmutableArray<CountedDay> Days, Instant? At) result = (last, [], null);
            if (rule.Extension is not { } extension)
            {
                return result;
            }

            var added = 0;
            foreach (var fact in facts.Where(f => f.Name == extension.By))
            {
                var (more, why) = More(extension, fact, added, question.Port.StartOf(result.Last.PlusDays(1)));
                reasons.Add(ClockWords.Extension(question.RuleSet, rule, fact, more, why));
                if (more > 0)
                {
                    var days = DayCount.Forward(result.Last, more, rule.Unit, question.Port.Calendar, length + added);
                    result = (days[^1].Day, [.. result.Days, .. days], result.At ?? fact.At);
                    added += more;
                }
            }

            return result;
        }

        private (int More, string? Why) More(ClockExtension extension, ClockFact fact, int added, Instant end)
        {
            if (extension.NotFor.FirstOrDefault(c => question.Conditions.Contains(c, StringComparer.Ordinal)) is { } condition)
            {
                return (0, $"the clock is not extended for what is {condition}");
            }

            if (fact.At >= end)
            {
                return (0, "it came after the last day");
            }

            var most = (extension.Most ?? DayCount.Longest) - added;
            return (fact.Length ?? extension.Most) is not { } asked ? (0, "it does not say by how much")
                : most <= 0 || asked <= 0 ? (0, "nothing is left to be added")
                : (Math.Min(asked, most), asked > most ? $"at most {extension.Most ?? DayCount.Longest} may be added" : null);
        }
    }
}
