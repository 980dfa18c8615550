namespace Tracking.Contracts.Live;

/// <summary>A legal deadline that somebody still has to look at, as the queue of deadlines shows it. Not legal advice.</summary>
[GenerateSerializer, Immutable, Alias("tracking.deadline-row.v1")]
public sealed record DeadlineRow
{
    /// <summary>Carrier.</summary>
    [Id(0)] public required string Carrier { get; init; }
    /// <summary>The shipment's number.</summary>
    [Id(1)] public required string Number { get; init; }
    /// <summary>Whose hold it is.</summary>
    [Id(2)] public required string Authority { get; init; }
    /// <summary>The hold.</summary>
    [Id(3)] public required string Hold { get; init; }
    /// <summary>The clock's id, for example <c>us.determination</c>.</summary>
    [Id(4)] public required string Clock { get; init; }
    /// <summary>What has to be done.</summary>
    [Id(5)] public required string Title { get; init; }
    /// <summary>Expected, running, extended, warned, due or breached, in lower case.</summary>
    [Id(6)] public required string State { get; init; }
    /// <summary>The last day at the port, as yyyy-mm-dd.</summary>
    [Id(7)] public required string LastDay { get; init; }
    /// <summary>The first moment after the last day, microseconds since 1970 UTC.</summary>
    [Id(8)] public required long EndsAt { get; init; }
    /// <summary>When time alone next changes its state, microseconds since 1970 UTC; null: it does not.</summary>
    [Id(9)] public long? WakeAt { get; init; }
    /// <summary>The port's time zone, a name of the tz database.</summary>
    [Id(10)] public required string Zone { get; init; }
    /// <summary>Whose turn it is.</summary>
    [Id(11)] public required string Turn { get; init; }
    /// <summary>What follows when it runs out, in words; it is proposed, and a named officer confirms it.</summary>
    [Id(12)] public required string Effect { get; init; }
    /// <summary>The source of the rule.</summary>
    [Id(13)] public required string Citation { get; init; }
}
