namespace Tracking.Domain.Notices;

/// <summary>A draft of what an authority may tell somebody about a hold. It counts as issued when the authority says so, with its reference.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="To">To whom.</param>
/// <param name="Stage">The stage of the case.</param>
/// <param name="Authority">Who tells.</param>
/// <param name="Hold">The hold.</param>
/// <param name="Lines">What may be said, in order.</param>
/// <param name="Redacted">What must not be said to this recipient at this stage.</param>
public sealed record NoticeDraft(
    NoticeKind Kind, NoticeRecipient To, DisclosureStage Stage, string Authority, string Hold, ImmutableArray<NoticeLine> Lines, ImmutableArray<NoticeField> Redacted);

/// <summary>One line of a notice.</summary>
/// <param name="Field">What it is.</param>
/// <param name="Text">The text.</param>
public sealed record NoticeLine(NoticeField Field, string Text);
