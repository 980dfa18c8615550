using Tracking.Contracts.Notices;

namespace Tracking.Contracts.Cases;

/// <summary>The work on one hold, as people and partners read it.</summary>
[GenerateSerializer, Immutable, Alias("tracking.case-view.v1")]
public sealed record CaseView
{
    /// <summary>The hold.</summary>
    [Id(0)] public required string Hold { get; init; }
    /// <summary>Whose hold it is.</summary>
    [Id(1)] public required string Authority { get; init; }
    /// <summary>How far it has come, in kebab case.</summary>
    [Id(2)] public required string Stage { get; init; }
    /// <summary>Counts decisions and commands on the hold; a command names the one that its author saw.</summary>
    [Id(3)] public required long Revision { get; init; }
    /// <summary>What may be done now, and who may do it.</summary>
    [Id(4)] public ImmutableArray<CaseOption> Options { get; init; } = [];
    /// <summary>Its deadlines; empty where the hold names no legal basis, or no port, that is known. Not legal advice.</summary>
    [Id(5)] public ImmutableArray<DeadlineView> Deadlines { get; init; } = [];
    /// <summary>What people did to it, in order.</summary>
    [Id(6)] public ImmutableArray<CaseStep> History { get; init; } = [];
    /// <summary>What was disclosed about it, in order; empty where the reader may not see it.</summary>
    [Id(7)] public ImmutableArray<DisclosureView> Disclosures { get; init; } = [];
}

/// <summary>Something that may be done to a case now.</summary>
/// <param name="Action">The action, in kebab case, as a command names it.</param>
/// <param name="Words">The same in words.</param>
/// <param name="To">The stage that follows, in kebab case.</param>
/// <param name="Who">Who may do it: officer, supervisor, or lifter, who may lift the hold.</param>
/// <param name="Needs">What has to come with it: reason, reference, evidence.</param>
/// <param name="Clock">For a confirmation: the clock that proposes it.</param>
[GenerateSerializer, Immutable, Alias("tracking.case-option.v1")]
public sealed record CaseOption(
    [property: Id(0)] string Action,
    [property: Id(1)] string Words,
    [property: Id(2)] string To,
    [property: Id(3)] string Who,
    [property: Id(4)] ImmutableArray<string> Needs,
    [property: Id(5)] string? Clock = null);

/// <summary>What a person did to a case.</summary>
/// <param name="Revision">The revision that it made.</param>
/// <param name="Action">What, in kebab case.</param>
/// <param name="To">The stage that followed, in kebab case.</param>
/// <param name="By">Who, as name of organisation.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why; null where nothing was said, or where the reader may not see it.</param>
/// <param name="Reference">The authority's reference.</param>
/// <param name="Evidence">On what it rests; empty where the reader may not see it.</param>
[GenerateSerializer, Immutable, Alias("tracking.case-step.v1")]
public sealed record CaseStep(
    [property: Id(0)] long Revision,
    [property: Id(1)] string Action,
    [property: Id(2)] string To,
    [property: Id(3)] string By,
    [property: Id(4)] DateTimeOffset At,
    [property: Id(5)] string? Reason,
    [property: Id(6)] string? Reference,
    [property: Id(7)] ImmutableArray<CaseFile> Evidence);
