namespace Tracking.Domain.Cases;

/// <summary>What a person wants to do to a case.</summary>
public sealed record CaseCommand
{
    /// <summary>What.</summary>
    public required CaseAction Action { get; init; }
    /// <summary>The revision of the case that its author saw.</summary>
    public required long SeenRevision { get; init; }
    /// <summary>For a confirmation: the id of the clock whose effect is confirmed.</summary>
    public string? Clock { get; init; }
    /// <summary>Why.</summary>
    public string? Reason { get; init; }
    /// <summary>The authority's reference: of a sample, detention, seizure, judgment.</summary>
    public string? Reference { get; init; }
    /// <summary>On what it rests.</summary>
    public ImmutableArray<Evidence> Evidence { get; init; } = [];
}
