namespace Tracking.Contracts.Cases;

/// <summary>A legal deadline of a hold, with how it was counted. Not legal advice.</summary>
[GenerateSerializer, Immutable, Alias("tracking.deadline-view.v1")]
public sealed record DeadlineView
{
    /// <summary>The clock's id, for example <c>us.determination</c>.</summary>
    [Id(0)] public required string Clock { get; init; }
    /// <summary>What has to be done.</summary>
    [Id(1)] public required string Title { get; init; }
    /// <summary>Expected, running, extended, warned, due, breached, met or stopped.</summary>
    [Id(2)] public required string State { get; init; }
    /// <summary>Since when.</summary>
    [Id(3)] public DateTimeOffset? Since { get; init; }
    /// <summary>The last day at the port, as yyyy-mm-dd.</summary>
    [Id(4)] public required string LastDay { get; init; }
    /// <summary>The first moment after the last day.</summary>
    [Id(5)] public required DateTimeOffset EndsAt { get; init; }
    /// <summary>The port's time zone, a name of the tz database.</summary>
    [Id(6)] public required string Zone { get; init; }
    /// <summary>The port.</summary>
    [Id(7)] public required string Port { get; init; }
    /// <summary>Whose turn it is.</summary>
    [Id(8)] public required string Turn { get; init; }
    /// <summary>What follows when it runs out, in words.</summary>
    [Id(9)] public required string Effect { get; init; }
    /// <summary>Whether it has run out and waits for a named officer to confirm its effect.</summary>
    [Id(10)] public bool IsProposed { get; init; }
    /// <summary>The date that the effect bears, as yyyy-mm-dd.</summary>
    [Id(11)] public required string EffectDay { get; init; }
    /// <summary>What it counts from: a fact's name, or the id of another clock.</summary>
    [Id(12)] public required string Anchor { get; init; }
    /// <summary>When that happened.</summary>
    [Id(13)] public required DateTimeOffset AnchorAt { get; init; }
    /// <summary>What proves it.</summary>
    [Id(14)] public string? Evidence { get; init; }
    /// <summary>The rule set of the hold's day.</summary>
    [Id(15)] public required string RuleSet { get; init; }
    /// <summary>The source of the rule.</summary>
    [Id(16)] public required string Citation { get; init; }
    /// <summary>How well the rule is known, in words.</summary>
    [Id(17)] public required string Known { get; init; }
    /// <summary>How it was counted, in sentences.</summary>
    [Id(18)] public ImmutableArray<string> Reasons { get; init; } = [];
}
