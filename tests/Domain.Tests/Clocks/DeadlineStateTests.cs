using NodaTime;
using Tracking.Domain.Clocks;

namespace Tracking.Domain.Tests.Clocks;

/// <summary>How a deadline stands, moment by moment.</summary>
public sealed class DeadlineStateTests
{
    private static readonly Deadline Decide = Law.Deadline("us.decide", "4701", "presented=2026-12-22T15:00-05:00");

    private static DeadlineState State(Deadline deadline, string now, params ImmutableArray<ClockFact> facts) => DeadlineRules.Status(deadline, facts, Law.At(now)).State;

    private static ClockFact Fact(string name, string at) => new(name, Law.At(at));

    // Last day Wednesday the 30th; two business days before it is Monday the 28th.
    [Theory]
    [InlineData("2026-12-22T15:00-05:00", DeadlineState.Running)]
    [InlineData("2026-12-27T23:59-05:00", DeadlineState.Running)]
    [InlineData("2026-12-28T00:00-05:00", DeadlineState.Warned)]
    [InlineData("2026-12-29T23:59-05:00", DeadlineState.Warned)]
    [InlineData("2026-12-30T00:00-05:00", DeadlineState.Due)]
    [InlineData("2026-12-30T23:59-05:00", DeadlineState.Due)]
    [InlineData("2026-12-31T00:00-05:00", DeadlineState.Breached)]
    [InlineData("2027-12-31T00:00-05:00", DeadlineState.Breached)]
    public void Time_alone_takes_it_from_running_to_breached(string now, DeadlineState expected) => Assert.Equal(expected, State(Decide, now));

    [Fact]
    public void What_meets_it_on_the_last_day_is_in_time_and_a_minute_later_is_not()
    {
        Assert.Equal(DeadlineState.Met, State(Decide, "2027-01-05T00:00-05:00", Fact("decision", "2026-12-30T23:59-05:00")));

        var late = DeadlineRules.Status(Decide, [Fact("decision", "2026-12-31T00:00-05:00")], Law.At("2027-01-05T00:00-05:00"));

        Assert.Equal((DeadlineState.Breached, "decision", false), (late.State, late.By?.Name, late.IsOpen));
    }

    [Fact]
    public void What_makes_it_pointless_stops_it()
    {
        Assert.Equal(DeadlineState.Stopped, State(Decide, "2026-12-24T00:00-05:00", Fact("abandoned", "2026-12-23T10:00-05:00")));
    }

    [Fact]
    public void A_fact_of_the_future_does_not_count_yet()
    {
        Assert.Equal(DeadlineState.Running, State(Decide, "2026-12-23T09:00-05:00", Fact("decision", "2026-12-23T10:00-05:00")));
    }

    [Fact]
    public void A_deadline_that_needs_the_running_out_of_another_is_expected_until_then()
    {
        var notice = Law.Deadline("us.notice", "4701", "presented=2026-12-22T15:00-05:00");

        Assert.Equal(DeadlineState.Expected, State(notice, "2026-12-30T23:59-05:00"));
        Assert.Equal(DeadlineState.Running, State(notice, "2026-12-31T00:00-05:00"));
        Assert.Null(DeadlineRules.Proposal(notice, [], Law.At("2027-01-30T00:00-05:00")));
    }

    [Fact]
    public void A_decision_in_time_leaves_no_lapse_for_the_notice_to_count_from()
    {
        var released = ClockRules.Sheet(Law.Question("us.decide", "4701", "presented=2026-12-22T15:00-05:00; released=2026-12-23T15:00-05:00"));

        Assert.Null(released.Of("us.notice"));
        Assert.Contains(released.Waiting, w => w.Rule.Id == "us.notice");
    }

    [Fact]
    public void An_extension_runs_as_extended_and_then_warns_of_its_new_end()
    {
        var grey = Law.Deadline("us.grey.detention", "4701", "presented=2026-05-01T10:00-04:00; extension=2026-05-20T10:00-04:00/15");

        Assert.Equal(Law.Day("2026-05-31"), grey.FirstLastDay);
        Assert.Equal(DeadlineState.Running, State(grey, "2026-05-20T09:59-04:00"));
        Assert.Equal(DeadlineState.Extended, State(grey, "2026-06-01T00:00-04:00"));
        Assert.Equal(DeadlineState.Warned, State(grey, "2026-06-11T00:00-04:00"));
    }

    [Fact]
    public void An_extension_without_a_limit_has_to_say_by_how_much()
    {
        var grey = Law.Deadline("us.grey.detention", "4701", "presented=2026-05-01T10:00-04:00; extension=2026-05-20T10:00-04:00");

        Assert.Equal(Law.Day("2026-05-31"), grey.LastDay);
        Assert.Contains(grey.Reasons, r => r.Contains("does not say by how much", StringComparison.Ordinal));
    }

    [Fact]
    public void The_lead_is_as_configured_and_a_short_deadline_warns_at_once()
    {
        var question = Law.Question("us.decide", "4701", "presented=2026-12-22T15:00-05:00");

        Assert.Equal(Law.At("2026-12-29T00:00-05:00"), ClockRules.Sheet(question with { WarnDays = 1 }).Of("us.decide")!.WarnFrom);
        Assert.Equal(Law.At("2026-12-22T15:00-05:00"), ClockRules.Sheet(question with { WarnDays = 100 }).Of("us.decide")!.WarnFrom);
    }

    // 14 March 2027 has 23 hours in New York, 1 November 2026 has 25.
    [Theory]
    [InlineData("us.protest", "protest=2027-02-12T10:00-05:00", "2027-03-15T04:00Z", 23)]
    [InlineData("us.protest", "protest=2026-10-02T10:00-04:00", "2026-11-02T05:00Z", 25)]
    public void A_last_day_on_which_the_clocks_change_ends_with_the_ports_midnight(string clock, string facts, string end, int hours)
    {
        var deadline = Law.Deadline(clock, "4701", facts);

        Assert.Equal(Law.At(end), deadline.End);
        Assert.Equal(Duration.FromHours(hours), deadline.End - deadline.DueFrom);
    }

    [Fact]
    public void The_next_change_by_time_is_the_next_step()
    {
        var steps = new List<Instant>();
        for (Instant? now = Decide.Anchor.At; now is { } at; now = DeadlineRules.NextChange(Decide, [], at))
        {
            steps.Add(at);
        }

        Assert.Equal([Decide.Anchor.At, Decide.WarnFrom, Decide.DueFrom, Decide.End], steps);
        Assert.Null(DeadlineRules.NextChange(Decide, [Fact("decision", "2026-12-23T10:00-05:00")], Law.At("2026-12-24T00:00-05:00")));
    }

    [Fact]
    public void Running_out_proposes_its_effect_with_rule_dates_and_the_evidence_of_its_anchor()
    {
        var question = Law.Question("us.determination", "4701", "");
        var facts = ImmutableArray.Create(new ClockFact("presented", Law.At("1998-03-17T12:00-05:00")) { Evidence = "decision 4711" });
        var deadline = ClockRules.Sheet(question with { Facts = facts }).Of("us.determination")!;

        Assert.Null(DeadlineRules.Proposal(deadline, facts, Law.At("1998-04-16T23:59-04:00")));
        var proposal = DeadlineRules.Proposal(deadline, facts, Law.At("1998-04-17T00:00-04:00"))!;

        Assert.Equal((ClockEffect.DeemedExcluded, Law.Day("1998-04-17"), "decision 4711"), (proposal.Effect, proposal.Day, proposal.Evidence));
        Assert.Null(DeadlineRules.Proposal(deadline, facts.Add(Fact("seized", "1998-04-20T00:00-04:00")), Law.At("1998-04-21T00:00-04:00")));
    }

    [Fact]
    public void An_effect_confirms_itself_only_where_its_authority_said_so_and_never_for_general_knowledge()
    {
        var ids = Law.Library.RuleSets.SelectMany(s => s.Clocks).DistinctBy(c => c.Id).ToList();
        var all = ids.Select(c => c.Id).ToList();

        Assert.All(ids, c => Assert.Equal(c.Mark == SourceMark.Seen, DeadlineRules.MayConfirmItself(c, all)));
        Assert.All(ids, c => Assert.False(DeadlineRules.MayConfirmItself(c, [])));
    }

    [Theory]
    [InlineData(Speaker.Carrier)]
    [InlineData(Speaker.Importer)]
    [InlineData(Speaker.RightHolder)]
    [InlineData(Speaker.Court)]
    public void Presented_is_only_ever_said_by_the_authority(Speaker speaker)
    {
        var sheet = ClockRules.Sheet(Law.Question("us.decide", "4701", "") with { Facts = [new ClockFact("presented", Law.At("2026-12-22T15:00-05:00"), speaker)] });

        Assert.Empty(sheet.Deadlines);
        Assert.Contains("only when the authority says so", Assert.Single(sheet.Ignored).Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Clocks_that_are_off_by_default_wait_until_they_are_switched_on()
    {
        var question = Law.Question("us.cafra-notice", "4701", "seized=2026-11-15T10:00-05:00");

        Assert.NotNull(ClockRules.Sheet(question).Of("us.cafra-notice"));
        Assert.Contains(ClockRules.Sheet(question with { SwitchedOn = [] }).Waiting, w => w.Rule.Id == "us.cafra-notice" && w.Why.Contains("off by default", StringComparison.Ordinal));
    }

    [Fact]
    public void A_hold_keeps_the_rule_set_of_its_day()
    {
        Assert.Equal("us-1", Law.Library.RuleSetOn("US", Law.Day("2024-08-22"))?.Name);
        Assert.Equal("us-2", Law.Library.RuleSetOn("US", Law.Day("2024-08-23"))?.Name);
        Assert.Null(Law.Library.RuleSetNamed("us-1")!.Clock("us.copyright.determination"));
        Assert.NotNull(Law.Library.RuleSetNamed("us-2")!.Clock("us.decide"));
    }

    [Theory]
    [InlineData("133.21", "19 CFR 133.21")]
    [InlineData("19 CFR 133.21(b)", "19 CFR 133.21")]
    [InlineData("19 cfr 133.22", "19 CFR 133.25")]
    [InlineData("19 CFR 133.21 (b)(2)(i)", "19 CFR 133.21")]
    [InlineData("", null)]
    [InlineData("133.2", null)]
    [InlineData("(b)", null)]
    public void A_basis_is_found_however_it_is_written(string text, string? name) => Assert.Equal(name, Law.Library.RuleSetNamed("us-2")!.BasisOf(text)?.Name);
}
