namespace Tracking.Journal.Epcis;

/// <summary>A question about events; what is empty or null asks for nothing.</summary>
public sealed record EventQuery
{
    /// <summary>Only those that this organisation captured; null for all.</summary>
    public string? Owner { get; init; }

    /// <summary>One of these ids.</summary>
    public ImmutableArray<string> Ids { get; init; } = [];

    /// <summary>One of these words, column by column.</summary>
    public ImmutableArray<EventWords> Words { get; init; } = [];

    /// <summary>Names all of these; each is one of several things.</summary>
    public ImmutableArray<EventNames> Names { get; init; } = [];

    /// <summary>Happened at or after, microseconds since 1970 UTC.</summary>
    public long? FromEventTime { get; init; }

    /// <summary>Happened before.</summary>
    public long? BeforeEventTime { get; init; }

    /// <summary>Recorded at or after.</summary>
    public long? FromRecordTime { get; init; }

    /// <summary>Recorded before.</summary>
    public long? BeforeRecordTime { get; init; }

    /// <summary>Only declarations of errors.</summary>
    public bool OnlyErrors { get; init; }

    /// <summary>By the time that they happened, not by the time of record.</summary>
    public bool ByEventTime { get; init; }

    /// <summary>Latest first.</summary>
    public bool Descending { get; init; }

    /// <summary>Go on after this place; null from the beginning.</summary>
    public EventPlace? After { get; init; }

    /// <summary>At most so many.</summary>
    public required int Max { get; init; }
}

/// <summary>What the words of a column are.</summary>
public enum EventWordKind : byte
{
    /// <summary>Type of event.</summary>
    Type = 0,
    /// <summary>Business step.</summary>
    Step = 1,
    /// <summary>Disposition.</summary>
    Disposition = 2,
    /// <summary>Read point.</summary>
    ReadPoint = 3,
    /// <summary>Business location.</summary>
    Location = 4,
    /// <summary>Action; not listed.</summary>
    Action = 5,
}

/// <summary>One of several words in a column.</summary>
/// <param name="Kind">The column.</param>
/// <param name="Words">At least one.</param>
public sealed record EventWords(EventWordKind Kind, ImmutableArray<string> Words);

/// <summary>One of several things in one of several roles.</summary>
/// <param name="Roles">The roles.</param>
/// <param name="Hashes">The things, by <see cref="EventName.HashOf"/>; at least one.</param>
public sealed record EventNames(EventNameRoles Roles, ImmutableArray<long> Hashes);

/// <summary>A place in an order.</summary>
/// <param name="Time">The time that is ordered by.</param>
/// <param name="Sequence">The event's sequence.</param>
public readonly record struct EventPlace(long Time, long Sequence);

/// <summary>An event that was found.</summary>
/// <param name="Sequence">Its sequence.</param>
/// <param name="EventTime">When it happened, microseconds since 1970 UTC.</param>
/// <param name="RecordTime">When it was captured.</param>
/// <param name="Context">Namespaces beside the standard's, as JSON; null where there are none.</param>
/// <param name="Payload">JSON.</param>
public sealed record FoundEvent(long Sequence, long EventTime, long RecordTime, string? Context, ReadOnlyMemory<byte> Payload);
