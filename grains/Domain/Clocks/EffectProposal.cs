using NodaTime;

namespace Tracking.Domain.Clocks;

/// <summary>What a clock that ran out proposes. It is no decision: a named officer confirms it, and that is the event.</summary>
/// <param name="Deadline">The deadline, with rule, dates and how they were counted.</param>
/// <param name="Effect">What the law says.</param>
/// <param name="Day">The date that the effect bears.</param>
/// <param name="Evidence">What proves the anchor; null if nothing was given.</param>
public sealed record EffectProposal(Deadline Deadline, ClockEffect Effect, LocalDate Day, string? Evidence);
