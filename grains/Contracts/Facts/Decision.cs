using Tracking.Contracts.Clearance;
using Tracking.Contracts.Statuses;

namespace Tracking.Contracts.Facts;

/// <summary>What an authority decided about a bill or a piece. The source is the authority, or the carrier for its own hold.</summary>
[GenerateSerializer, Immutable, Alias("tracking.decision.v1")]
public sealed record Decision : Fact
{
    /// <summary>What was decided.</summary>
    [Id(0)] public required DecisionKind Kind { get; init; }

    /// <summary>Customs territory: ISO 3166-1 alpha-2 country, or <c>EU</c>.</summary>
    [Id(1)] public required string Territory { get; init; }

    /// <summary>The procedure that it belongs to.</summary>
    [Id(2)] public CustomsProcedure Procedure { get; init; }

    /// <summary>The authority's number of its message, where it numbers messages: orders them whatever their times say.</summary>
    [Id(3)] public long? Sequence { get; init; }

    /// <summary>Named pieces that it concerns; empty: the whole number that it came with.</summary>
    [Id(4)] public ImmutableArray<string> Pieces { get; init; } = [];

    /// <summary>For a release of some unnamed pieces: how many.</summary>
    [Id(5)] public int? PieceCount { get; init; }

    /// <summary>The hold, exam or request that it places or removes.</summary>
    [Id(6)] public HoldTerms? Hold { get; init; }

    /// <summary>For a permit: the purpose that it opens.</summary>
    [Id(7)] public ClearancePurpose? Permits { get; init; }

    /// <summary>For a deletion: the id of the decision of the same authority that is deleted.</summary>
    [Id(8)] public string? Deletes { get; init; }

    /// <summary>The authority's own code of the message, at most 32 characters.</summary>
    [Id(9)] public string? Code { get; init; }

    /// <summary>The authority's own text, or the line as it came, at most 256 characters.</summary>
    [Id(10)] public string? Text { get; init; }

    /// <summary>What it says has happened for the clocks of the hold that it places or names; without a hold, for all that its authority has on the number.</summary>
    [Id(11)] public ImmutableArray<Anchor> Anchors { get; init; } = [];
}
