using NodaTime;

namespace Tracking.Domain.Clocks;

/// <summary>How a deadline stands, and what it proposes: pure functions of deadline, facts and now.</summary>
public static class DeadlineRules
{
    /// <summary>How a deadline stands.</summary>
    /// <param name="deadline">The deadline.</param>
    /// <param name="facts">The facts that clocks listen to (<see cref="ClockRules.Listen"/>); those after now do not count yet.</param>
    /// <param name="now">Now.</param>
    public static DeadlineStatus Status(Deadline deadline, ImmutableArray<ClockFact> facts, Instant now)
    {
        ArgumentNullException.ThrowIfNull(deadline);
        var (rule, anchor) = (deadline.Rule, deadline.Anchor);
        var by = facts.Where(f => f.At <= now && Settles(rule, anchor, f)).MinBy(f => f.At);
        if (by is not null && by.At < deadline.End)
        {
            return new DeadlineStatus(rule.MetBy.Contains(by.Name) ? DeadlineState.Met : DeadlineState.Stopped, by.At, by);
        }

        return now switch
        {
            _ when anchor.IsLapse && now < anchor.At => new(DeadlineState.Expected, Instant.MinValue, null),
            _ when now >= deadline.End => new(DeadlineState.Breached, deadline.End, by),
            _ when now >= deadline.DueFrom => new(DeadlineState.Due, deadline.DueFrom, null),
            _ when now >= deadline.WarnFrom => new(DeadlineState.Warned, deadline.WarnFrom, null),
            _ when deadline.ExtendedAt is { } extended && now >= extended => new(DeadlineState.Extended, extended, null),
            _ => new(DeadlineState.Running, anchor.At, null),
        };
    }

    /// <summary>When a deadline next changes its state by time alone, after now; null: it does not.</summary>
    /// <param name="deadline">The deadline.</param>
    /// <param name="facts">The facts that clocks listen to.</param>
    /// <param name="now">Now.</param>
    public static Instant? NextChange(Deadline deadline, ImmutableArray<ClockFact> facts, Instant now)
    {
        ArgumentNullException.ThrowIfNull(deadline);
        if (Status(deadline, facts, now).By is not null)
        {
            return null;
        }

        Instant[] steps = [deadline.Anchor.At, deadline.WarnFrom, deadline.DueFrom, deadline.End];
        return steps.Where(s => s > now).Cast<Instant?>().Min();
    }

    /// <summary>What a deadline proposes once it has run out and nothing has settled it since.</summary>
    /// <param name="deadline">The deadline.</param>
    /// <param name="facts">The facts that clocks listen to.</param>
    /// <param name="now">Now.</param>
    /// <returns>Null while it has not run out, where it was settled since, or where nothing follows but a breach.</returns>
    public static EffectProposal? Proposal(Deadline deadline, ImmutableArray<ClockFact> facts, Instant now)
    {
        ArgumentNullException.ThrowIfNull(deadline);
        var status = Status(deadline, facts, now);
        return status is { State: DeadlineState.Breached, By: null } && deadline.Rule.Effect != ClockEffect.Breach
            ? new EffectProposal(deadline, deadline.Rule.Effect, deadline.EffectDay, deadline.Anchor.Evidence)
            : null;
    }

    /// <summary>Whether an effect may be confirmed without a person: never unless its row was seen in a source and its authority has said so.</summary>
    /// <param name="rule">The clock.</param>
    /// <param name="allowed">The clocks, by id, for which the authority has said so in configuration.</param>
    public static bool MayConfirmItself(ClockRule rule, IReadOnlyCollection<string> allowed)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return rule.Mark == SourceMark.Seen && allowed.Contains(rule.Id);
    }

    // The confirmation of its effect settles it too. What started a clock does not end it, even where one name does both.
    private static bool Settles(ClockRule rule, DeadlineAnchor anchor, ClockFact fact) =>
        fact.Name == rule.Id || ((rule.MetBy.Contains(fact.Name) || rule.StoppedBy.Contains(fact.Name)) && !(fact.Name == anchor.Fact && fact.At == anchor.At));
}
