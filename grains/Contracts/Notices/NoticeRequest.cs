using Tracking.Contracts.Access;
using Tracking.Contracts.Identifiers;

namespace Tracking.Contracts.Notices;

/// <summary>A notice about a hold that an authority issues.</summary>
[GenerateSerializer, Immutable, Alias("tracking.notice-request.v1")]
public sealed record NoticeRequest
{
    /// <summary>Whose hold it is.</summary>
    [Id(0)] public required string Authority { get; init; }
    /// <summary>The hold.</summary>
    [Id(1)] public required string Hold { get; init; }
    /// <summary>The notice, in kebab case: <c>detention</c>, <c>seizure</c>, <c>disclosure</c>, <c>hold</c>.</summary>
    [Id(2)] public required string Kind { get; init; }
    /// <summary>The revision of the case that its author saw.</summary>
    [Id(3)] public required long Revision { get; init; }
    /// <summary>The authority's reference: with it the notice counts as issued.</summary>
    [Id(4)] public string? Reference { get; init; }
    /// <summary>For a disclosure to a right holder: its organisation.</summary>
    [Id(5)] public string? Recipient { get; init; }
    /// <summary>What of the draft is said, in kebab case; empty: all of it.</summary>
    [Id(6)] public ImmutableArray<string> Fields { get; init; } = [];
    /// <summary>Who issues it: a named person of the authority.</summary>
    [Id(7)] public required Actor By { get; init; }
    /// <summary>When, as stamped at the edge.</summary>
    [Id(8)] public required ReportedTime At { get; init; }
}
