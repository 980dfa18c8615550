using System.Collections.Immutable;

namespace Tracking.Formats.TrackingNumbers;

/// <summary>What a number may be.</summary>
public sealed record NumberReading
{
    /// <summary>The number without spaces and what a scanner puts before it, upper case; empty where it is none.</summary>
    public required string Normal { get; init; }

    /// <summary>What was taken off before and behind it, and why, one sentence each.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>The destination's postal code, where the bar code had it before the number.</summary>
    public string? PostalCode { get; init; }

    /// <summary>Carriers that it fits, the best grounded first; a carrier that a person named comes before all.</summary>
    public ImmutableArray<NumberFit> Fits { get; init; } = [];

    /// <summary>Carriers that it fits but for the check digit.</summary>
    public ImmutableArray<NumberMiss> Misses { get; init; } = [];

    /// <summary>The carrier that a person named against or without the guess; null where nobody did.</summary>
    public string? Corrected { get; init; }
}
