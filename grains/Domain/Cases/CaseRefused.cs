namespace Tracking.Domain.Cases;

/// <summary>A command that was refused.</summary>
/// <param name="Refusal">Why.</param>
/// <param name="Sentence">The same in words, with what happened in between, what would be possible and who could do it.</param>
/// <param name="Possible">What would be possible; empty for who has no say in the hold.</param>
public sealed record CaseRefused(CaseRefusal Refusal, string Sentence, ImmutableArray<CaseTransition> Possible);
