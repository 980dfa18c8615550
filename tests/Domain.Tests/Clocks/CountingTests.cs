using CsCheck;
using NodaTime;
using Tracking.Domain.Clocks;

namespace Tracking.Domain.Tests.Clocks;

/// <summary>Properties of counting, over days, lengths, units, calendars and zones.</summary>
public sealed class CountingTests
{
    private static readonly Gen<LocalDate> Days = Gen.Int[0, 60_000].Select(d => new LocalDate(1980, 1, 1).PlusDays(d));
    private static readonly Gen<Instant> Instants = Gen.Long[0, 4_000_000_000].Select(Instant.FromUnixTimeSeconds);
    private static readonly Gen<Port> Ports = Gen.Int[0, Law.Library.Ports.Length - 1].Select(i => Law.Library.Ports[i]);
    private static readonly Gen<ClockUnit> Units = Gen.Enum<ClockUnit>();

    [Fact]
    public void Business_days_counted_one_by_one_agree()
    {
        Gen.Select(Days, Gen.Int[1, 120], Ports).Sample((day, length, port) =>
        {
            var last = DayCount.Forward(day, length, ClockUnit.BusinessDays, port.Calendar)[^1].Day;
            var counted = Enumerable.Range(1, Period.DaysBetween(day, last)).Count(n => port.Calendar.IsBusinessDay(day.PlusDays(n)));
            return counted == length && port.Calendar.IsBusinessDay(last);
        });
    }

    [Fact]
    public void Every_day_is_looked_at_once_and_in_order()
    {
        Gen.Select(Days, Gen.Int[1, 60], Ports).Sample((day, length, port) =>
        {
            var days = DayCount.Forward(day, length, ClockUnit.BusinessDays, port.Calendar);
            return days.Select(d => d.Day).SequenceEqual(Enumerable.Range(1, days.Length).Select(n => day.PlusDays(n)))
                && days.Select(d => d.Number).OfType<int>().SequenceEqual(Enumerable.Range(1, length))
                && days.All(d => d.Number is null == d.WhyNot is not null);
        });
    }

    [Fact]
    public void A_later_event_never_ends_earlier_nor_a_longer_period_sooner()
    {
        Gen.Select(Days, Gen.Int[0, 40], Gen.Int[0, 100], Units, Ports).Sample((day, later, length, unit, port) =>
            Last(day, length, unit, port) <= Last(day.PlusDays(later), length, unit, port)
            && Last(day, length, unit, port) <= Last(day, length + 1, unit, port)
            && Last(day, length, unit, port) >= day);
    }

    [Fact]
    public void Counting_back_undoes_counting_forward_from_a_business_day()
    {
        Gen.Select(Days, Gen.Int[1, 60], Ports).Sample((day, length, port) =>
        {
            var start = DayCount.OnOrAfter(day, port.Calendar);
            return DayCount.Back(Last(start, length, ClockUnit.BusinessDays, port), length, ClockUnit.BusinessDays, port.Calendar) == start;
        });
    }

    [Fact]
    public void A_deadline_never_ends_before_it_starts_and_its_steps_are_in_order()
    {
        Gen.Select(Instants, Ports, Gen.Int[0, 50]).Sample((at, port, warn) =>
        {
            var set = Law.Library.RuleSets.Last(s => s.Jurisdiction == port.Jurisdiction);
            return set.Bases.All(basis => ClockRules.Sheet(new ClockQuestion
            {
                RuleSet = set,
                Basis = basis,
                Port = port,
                Facts = [.. set.Facts.Select(f => new ClockFact(f.Name, at, f.SaidBy[0]))],
                SwitchedOn = [.. set.Clocks.Select(c => c.Id)],
                WarnDays = warn,
            }).Deadlines.All(d => d.FirstDay <= d.LastDay && d.Start < d.End && d.Anchor.At < d.End && d.WarnFrom <= d.DueFrom && d.DueFrom < d.End
                && d.EffectDay >= d.LastDay && port.DayOf(d.End - Duration.Epsilon) == d.LastDay && port.DayOf(d.End) > d.LastDay));
        });
    }

    [Fact]
    public void A_later_anchor_never_ends_earlier()
    {
        Gen.Select(Instants, Gen.Int[0, 3_000_000], Ports).Sample((at, seconds, port) =>
        {
            var set = Law.Library.RuleSets.Last(s => s.Jurisdiction == port.Jurisdiction);
            return set.Clocks.Where(c => !c.Starts.IsEmpty && c.OnlyAfter is null).All(rule => Ends(set, rule, port, at) <= Ends(set, rule, port, at + Duration.FromSeconds(seconds)));
        }, iter: 30);
    }

    [Fact]
    public void The_order_in_which_facts_are_given_does_not_matter()
    {
        Gen.Select(Gen.Shuffle(Enumerable.Range(0, 5).ToArray()), Gen.Int[0, 400]).Sample((order, hours) =>
        {
            string[] names = ["presented", "decision", "notice", "notice", "seized"];
            var start = Law.At("2026-12-22T15:00-05:00");
            var facts = names.Select((n, i) => new ClockFact(n, start + Duration.FromHours(i * hours))).ToArray();
            var one = Sheet([.. facts]);
            var other = Sheet([.. order.Select(i => facts[i])]);
            return one.Deadlines.Select(d => (d.Rule.Id, d.End)).SequenceEqual(other.Deadlines.Select(d => (d.Rule.Id, d.End)));
        });
    }

    private static ClockSheet Sheet(ImmutableArray<ClockFact> facts) =>
        ClockRules.Sheet(Law.Question("us.determination", "4701", "") with { Facts = facts, Basis = Law.Rule("us.answer").Set.BasisOf("133.21")! });

    private static LocalDate Last(LocalDate day, int length, ClockUnit unit, Port port) =>
        DayCount.Forward(day, length, unit, port.Calendar) is [.., var last] ? last.Day : day;

    private static Instant Ends(RuleSet set, ClockRule rule, Port port, Instant at) => ClockRules.Sheet(new ClockQuestion
    {
        RuleSet = set,
        Basis = set.BasisOf(rule.Bases[0])!,
        Port = port,
        Facts = [new ClockFact(rule.Starts[0], at)],
        SwitchedOn = [rule.Id],
    }).Of(rule.Id)!.End;
}
