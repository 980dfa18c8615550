namespace Tracking.Contracts.Cases;

/// <summary>What became of a command on a case.</summary>
/// <param name="Case">The case as it is now; null where there is none.</param>
/// <param name="Refusal">Why it was refused, in kebab case; null where it was done.</param>
/// <param name="Sentence">The same in words, with what happened in between, what would be possible and who could do it.</param>
[GenerateSerializer, Immutable, Alias("tracking.case-reply.v1")]
public sealed record CaseReply(
    [property: Id(0)] CaseView? Case,
    [property: Id(1)] string? Refusal = null,
    [property: Id(2)] string? Sentence = null);
