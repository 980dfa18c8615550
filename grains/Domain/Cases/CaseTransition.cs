using Tracking.Domain.Clocks;

namespace Tracking.Domain.Cases;

/// <summary>A row of the table of transitions.</summary>
/// <param name="From">The stage from which it is possible.</param>
/// <param name="Action">What is done.</param>
/// <param name="Effect">For a confirmation: the effect that a clock proposes; null otherwise.</param>
/// <param name="To">The stage that follows; the same for what changes nothing but the record.</param>
/// <param name="Who">Who may do it.</param>
/// <param name="Needs">What has to come with it.</param>
public sealed record CaseTransition(CaseStage From, CaseAction Action, ClockEffect? Effect, CaseStage To, CaseRole Who, CaseNeeds Needs);
