using Tracking.Contracts.Access;

namespace Tracking.Journal.Epcis;

/// <summary>A document's events, handed in together: all of them or none, or those that are good.</summary>
public sealed record Capture
{
    /// <summary>The job's id, a UUID of version 7. The same capture sent again is found by it.</summary>
    public required Guid Id { get; init; }

    /// <summary>Who captures.</summary>
    public required Actor By { get; init; }

    /// <summary>Whose numbers the events speak of where they do not say; null where nobody said.</summary>
    public string? Carrier { get; init; }

    /// <summary>When it came, microseconds since 1970 UTC: the time of record of its events.</summary>
    public required long CreatedAt { get; init; }

    /// <summary>Whether it is one event posted by itself, which no list of jobs shows.</summary>
    public bool IsSingle { get; init; }

    /// <summary>Whether one bad event keeps all others out.</summary>
    public bool IsRollback { get; init; }

    /// <summary>The events that are good by themselves.</summary>
    public required ImmutableArray<CapturedEvent> Events { get; init; }

    /// <summary>What is wrong with the others.</summary>
    public ImmutableArray<CaptureError> Errors { get; init; } = [];

    /// <summary>Who works on it, until when, microseconds since 1970 UTC: after that anybody may.</summary>
    public required string ClaimedBy { get; init; }

    /// <summary>Until when it is claimed.</summary>
    public required long ClaimedUntil { get; init; }
}

/// <summary>Why an event was not captured, or not followed.</summary>
/// <param name="Kind">What kind of error.</param>
/// <param name="Where">JSON pointer into the document.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Remedy">What to do.</param>
public sealed record CaptureError(CaptureErrorKind Kind, string Where, string Message, string Remedy);

/// <summary>Kinds of errors of a capture. The numbers are stored.</summary>
public enum CaptureErrorKind : byte
{
    /// <summary>The event breaks a rule of the standard.</summary>
    Invalid = 0,
    /// <summary>An event of the same id is there already.</summary>
    Duplicate = 1,
    /// <summary>It speaks for others than the sender may.</summary>
    NotEntitled = 2,
    /// <summary>The event is kept; what it says of a parcel was refused by the parcel.</summary>
    FactRefused = 3,
}

/// <summary>A job as people see it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Owner">Which organisation captured.</param>
/// <param name="CreatedAt">When it came, microseconds since 1970 UTC.</param>
/// <param name="FinishedAt">When it was done; null while it runs.</param>
/// <param name="IsRollback">Whether one bad event keeps all others out.</param>
/// <param name="Events">How many events it captured.</param>
/// <param name="Errors">What was wrong.</param>
public sealed record CaptureJob(Guid Id, string Owner, long CreatedAt, long? FinishedAt, bool IsRollback, int Events, ImmutableArray<CaptureError> Errors);

/// <summary>What became of a capture: it is durable.</summary>
/// <param name="Job">The job.</param>
/// <param name="Captured">The events that were captured, as indexes into <see cref="Capture.Events"/>.</param>
public sealed record CaptureOutcome(CaptureJob Job, ImmutableArray<int> Captured);

/// <summary>A job that somebody left behind.</summary>
/// <param name="Job">The job.</param>
/// <param name="By">Who captured.</param>
/// <param name="Carrier">Whose numbers these are.</param>
/// <param name="FirstEvent">The sequence of its first event.</param>
public sealed record OpenCapture(CaptureJob Job, Actor By, string? Carrier, long FirstEvent);

/// <summary>The end of a job.</summary>
/// <param name="Job">The job, with its errors so far.</param>
/// <param name="Further">Errors found since.</param>
public readonly record struct CaptureEnd(CaptureJob Job, ImmutableArray<CaptureError> Further);
