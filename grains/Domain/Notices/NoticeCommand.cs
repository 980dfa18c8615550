namespace Tracking.Domain.Notices;

/// <summary>What a person wants to issue.</summary>
public sealed record NoticeCommand
{
    /// <summary>The notice.</summary>
    public required NoticeKind Kind { get; init; }
    /// <summary>The revision of the case that its author saw.</summary>
    public required long SeenRevision { get; init; }
    /// <summary>The authority's reference.</summary>
    public string? Reference { get; init; }
    /// <summary>The right holder's organisation.</summary>
    public string? Recipient { get; init; }
    /// <summary>What of the draft is said; empty: all of it.</summary>
    public ImmutableArray<NoticeField> Fields { get; init; } = [];
}
