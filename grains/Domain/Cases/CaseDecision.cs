namespace Tracking.Domain.Cases;

/// <summary>What came of a command: a change, or a refusal.</summary>
/// <param name="Change">The change; null if refused.</param>
/// <param name="Refused">The refusal; null if changed.</param>
public sealed record CaseDecision(CaseChanged? Change, CaseRefused? Refused);
