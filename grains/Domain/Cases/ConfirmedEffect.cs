using NodaTime;
using Tracking.Domain.Clocks;

namespace Tracking.Domain.Cases;

/// <summary>What a clock had proposed when a person confirmed it: rule, dates and the evidence of its anchor, as they were shown then.</summary>
/// <param name="Clock">The clock's id.</param>
/// <param name="RuleSet">The rule set of the hold's day.</param>
/// <param name="Effect">What the law says.</param>
/// <param name="Day">The date that the effect bears.</param>
/// <param name="RanOutAt">When the clock ran out.</param>
/// <param name="Citation">The source of the rule.</param>
/// <param name="Anchor">What it counted from: the fact's name, or the id of another clock.</param>
/// <param name="AnchorAt">When that happened.</param>
/// <param name="Evidence">What proves it; null if nothing was given.</param>
public sealed record ConfirmedEffect(
    string Clock, string RuleSet, ClockEffect Effect, LocalDate Day, Instant RanOutAt, string Citation, string Anchor, Instant AnchorAt, string? Evidence)
{
    /// <summary>Takes over what is proposed.</summary>
    /// <param name="proposal">The proposal.</param>
    public static ConfirmedEffect Of(EffectProposal proposal)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        var deadline = proposal.Deadline;
        return new ConfirmedEffect(
            deadline.Rule.Id, deadline.RuleSet, proposal.Effect, proposal.Day, deadline.End, deadline.Rule.Citation, deadline.Anchor.Fact, deadline.Anchor.At, proposal.Evidence);
    }
}
