using Tracking.Contracts.Access;
using Tracking.Contracts.Identifiers;

namespace Tracking.Contracts.Cases;

/// <summary>What a person wants to do to the case of a hold.</summary>
[GenerateSerializer, Immutable, Alias("tracking.case-request.v1")]
public sealed record CaseRequest
{
    /// <summary>Whose hold it is.</summary>
    [Id(0)] public required string Authority { get; init; }
    /// <summary>The hold.</summary>
    [Id(1)] public required string Hold { get; init; }
    /// <summary>What to do, in kebab case, as the table of cases names it: <c>order-exam</c>.</summary>
    [Id(2)] public required string Action { get; init; }
    /// <summary>The revision of the case that its author saw.</summary>
    [Id(3)] public required long Revision { get; init; }
    /// <summary>For a confirmation: the clock whose effect is confirmed.</summary>
    [Id(4)] public string? Clock { get; init; }
    /// <summary>Why.</summary>
    [Id(5)] public string? Reason { get; init; }
    /// <summary>The authority's reference.</summary>
    [Id(6)] public string? Reference { get; init; }
    /// <summary>On what it rests.</summary>
    [Id(7)] public ImmutableArray<CaseFile> Evidence { get; init; } = [];
    /// <summary>Who decides: a named person of the authority.</summary>
    [Id(8)] public required Actor By { get; init; }
    /// <summary>When, as stamped at the edge.</summary>
    [Id(9)] public required ReportedTime At { get; init; }
}
