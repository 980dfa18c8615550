using Tracking.Contracts.Holds;

namespace Tracking.Contracts.Facts;

/// <summary>The hold, exam or request that a decision places or removes.</summary>
[GenerateSerializer, Immutable, Alias("tracking.hold-terms.v1")]
public sealed record HoldTerms
{
    /// <summary>The kind; required where a hold is placed or an exam ordered.</summary>
    [Id(0)] public HoldKind? Kind { get; init; }

    /// <summary>Legal basis, for example <c>19 CFR 133.21</c>.</summary>
    [Id(1)] public string? LegalBasis { get; init; }

    /// <summary>Reason in words, at most 512 characters.</summary>
    [Id(2)] public string? Reason { get; init; }

    /// <summary>The authority's reference of the hold. A removal with the same reference lifts exactly that hold.</summary>
    [Id(3)] public string? Reference { get; init; }

    /// <summary>The pair of message codes that it belongs to, for example <c>1H/1I</c>; removals without a reference match by it.</summary>
    [Id(4)] public string? Code { get; init; }

    /// <summary>Port or station where it applies.</summary>
    [Id(5)] public string? Port { get; init; }

    /// <summary>Whether the reason is for the authority's eyes only.</summary>
    [Id(6)] public bool ReasonRestricted { get; init; }

    /// <summary>Whether a release by the same authority in the same procedure ends it: so where a system sends no message of its own for the end.</summary>
    [Id(7)] public bool UntilRelease { get; init; }
}
