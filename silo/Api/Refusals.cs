using Tracking.Contracts.Facts;

namespace Tracking.Silo.Api;

/// <summary>What each refusal is called outside, what it means, what to do, and how it is answered where the fact came alone.</summary>
internal static class Refusals
{
    /// <summary>Everything about a refusal.</summary>
    public static Refusal Of(FactRefusal refusal) => refusal switch
    {
        FactRefusal.Malformed => new(
            "malformed", StatusCodes.Status422UnprocessableEntity, "It cannot be read.", "Mend what the complaints name and send it again."),
        FactRefusal.NotEntitled => new(
            "not-entitled", StatusCodes.Status403Forbidden, "This key may not speak for its source.", "Use a key that may speak for it."),
        FactRefusal.SameIdOtherContent => new(
            "same-id-other-content",
            StatusCodes.Status422UnprocessableEntity,
            "Its source has already sent a fact with this id and other content.",
            "Give it an id of its own, or name in corrects the id of the fact that it replaces."),
        FactRefusal.TooManyFacts => new(
            "too-many-facts",
            StatusCodes.Status422UnprocessableEntity,
            "The number has as many facts of its carrier as one shipment may have.",
            "Check the number; one that stands for many parcels is not a shipment's. Decisions of authorities are still taken."),
        FactRefusal.Busy => new(
            "busy", StatusCodes.Status429TooManyRequests, "It could not be made durable now.", "Send it again after a moment; what was taken meanwhile is answered as duplicate."),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "Only a refusal has a text."),
    };

    /// <summary>A refusal as it is shown.</summary>
    /// <param name="Reason">Its word.</param>
    /// <param name="Status">The HTTP status of a fact that came alone.</param>
    /// <param name="Message">What it means.</param>
    /// <param name="Remedy">What to do.</param>
    internal readonly record struct Refusal(string Reason, int Status, string Message, string Remedy);
}
