using NodaTime;

namespace Tracking.Domain.Clocks;

/// <summary>A clock that was started: its dates, and how they were counted.</summary>
public sealed record Deadline
{
    /// <summary>The clock.</summary>
    public required ClockRule Rule { get; init; }
    /// <summary>The name of the rule set that it is a row of.</summary>
    public required string RuleSet { get; init; }
    /// <summary>What it counts from.</summary>
    public required DeadlineAnchor Anchor { get; init; }
    /// <summary>The first day that counts; the event's own for a clock of length 0.</summary>
    public required LocalDate FirstDay { get; init; }
    /// <summary>The last day.</summary>
    public required LocalDate LastDay { get; init; }
    /// <summary>The last day before it was extended; the same where it was not.</summary>
    public required LocalDate FirstLastDay { get; init; }
    /// <summary>The first moment of the first day, at the port.</summary>
    public required Instant Start { get; init; }
    /// <summary>The first moment after the last day, at the port: whatever happens before it is in time.</summary>
    public required Instant End { get; init; }
    /// <summary>The first moment of the last day, or of the event where that is later: from then on it is due.</summary>
    public required Instant DueFrom { get; init; }
    /// <summary>From when on it is warned of.</summary>
    public required Instant WarnFrom { get; init; }
    /// <summary>The date that its effect bears, when it runs out.</summary>
    public required LocalDate EffectDay { get; init; }
    /// <summary>When an extension was granted that counts; null: not extended.</summary>
    public Instant? ExtendedAt { get; init; }
    /// <summary>Every day that was looked at, in order; empty for a clock of length 0.</summary>
    public required ImmutableArray<CountedDay> Days { get; init; }
    /// <summary>How it was counted, in sentences.</summary>
    public required ImmutableArray<string> Reasons { get; init; }
}
