using Tracking.Domain.Clocks;

namespace Tracking.Domain.Shipments.Events;

/// <summary>A deadline has come to another state. The same step is never written twice: whoever wants to finds it here.</summary>
/// <param name="Key">The deadline.</param>
/// <param name="RuleSet">The rule set of the hold's day.</param>
/// <param name="State">The state that it has come to.</param>
/// <param name="EndsAt">The first moment after its last day, microseconds since 1970 UTC.</param>
/// <param name="At">When this was written, microseconds since 1970 UTC.</param>
public sealed record DeadlineStepped(DeadlineKey Key, string RuleSet, DeadlineState State, long EndsAt, long At) : ShipmentEvent;
