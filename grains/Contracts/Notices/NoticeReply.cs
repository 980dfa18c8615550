namespace Tracking.Contracts.Notices;

/// <summary>What became of a notice.</summary>
/// <param name="IsKnown">Whether there is such a hold.</param>
/// <param name="Disclosure">What was disclosed with it; the same again for a notice that was issued before.</param>
/// <param name="Refusal">Why it was not issued, in kebab case; null where it was.</param>
/// <param name="Sentence">The same in words, with what would be possible.</param>
[GenerateSerializer, Immutable, Alias("tracking.notice-reply.v1")]
public sealed record NoticeReply(
    [property: Id(0)] bool IsKnown,
    [property: Id(1)] DisclosureView? Disclosure = null,
    [property: Id(2)] string? Refusal = null,
    [property: Id(3)] string? Sentence = null);
