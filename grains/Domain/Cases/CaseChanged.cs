using Tracking.Contracts.Access;
using Tracking.Contracts.Identifiers;

namespace Tracking.Domain.Cases;

/// <summary>A person changed a case: who, when, why, on what evidence.</summary>
public sealed record CaseChanged
{
    /// <summary>The hold whose case it is.</summary>
    public required string Hold { get; init; }
    /// <summary>The revision that it made.</summary>
    public required long Revision { get; init; }
    /// <summary>The stage before.</summary>
    public required CaseStage From { get; init; }
    /// <summary>What was done.</summary>
    public required CaseAction Action { get; init; }
    /// <summary>The stage after.</summary>
    public required CaseStage To { get; init; }
    /// <summary>Who did it.</summary>
    public required Actor By { get; init; }
    /// <summary>When.</summary>
    public required ReportedTime At { get; init; }
    /// <summary>Why; null where nothing had to be said.</summary>
    public string? Reason { get; init; }
    /// <summary>The authority's reference.</summary>
    public string? Reference { get; init; }
    /// <summary>On what it rests.</summary>
    public ImmutableArray<Evidence> Evidence { get; init; } = [];
    /// <summary>For a confirmation: what the clock proposed, with rule, dates and the evidence of its anchor.</summary>
    public ConfirmedEffect? Confirmed { get; init; }
}
