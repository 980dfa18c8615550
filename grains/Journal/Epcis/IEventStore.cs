namespace Tracking.Journal.Epcis;

/// <summary>Events of EPCIS and the jobs that captured them.</summary>
public interface IEventStore
{
    /// <summary>Captures documents in one transaction, each by its own rules: what is wrong with one takes nothing of another with it.</summary>
    /// <param name="captures">The documents.</param>
    /// <param name="again">Whether they were sent before with an outcome that is not known.</param>
    /// <param name="cancellationToken">Gives up; the outcome is not known then.</param>
    /// <returns>An outcome for each, in their order.</returns>
    /// <exception cref="JournalUnavailableException">The store cannot be reached; the outcome is not known.</exception>
    ValueTask<ImmutableArray<CaptureOutcome>> CaptureAsync(IReadOnlyList<Capture> captures, bool again, CancellationToken cancellationToken);

    /// <summary>Ends jobs whose events are followed to their parcels; ended ones stay as they are.</summary>
    /// <param name="ends">The jobs.</param>
    /// <param name="at">When, microseconds since 1970 UTC.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask EndAsync(IReadOnlyList<CaptureEnd> ends, long at, CancellationToken cancellationToken);

    /// <summary>Takes over jobs that nobody claims any more.</summary>
    /// <param name="by">Who takes them.</param>
    /// <param name="now">Now, microseconds since 1970 UTC.</param>
    /// <param name="until">Until when they are claimed.</param>
    /// <param name="max">At most so many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<ImmutableArray<OpenCapture>> ClaimAsync(string by, long now, long until, int max, CancellationToken cancellationToken);

    /// <summary>The events of a job, in the order of its document.</summary>
    /// <param name="open">The job.</param>
    /// <param name="after">The last sequence that was read; 0 at the beginning.</param>
    /// <param name="max">At most so many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<ImmutableArray<FoundEvent>> ReadEventsAsync(OpenCapture open, long after, int max, CancellationToken cancellationToken);

    /// <summary>A job; null where there is none.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<CaptureJob?> ReadJobAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>An organisation's jobs, latest first.</summary>
    /// <param name="owner">The organisation.</param>
    /// <param name="before">The last job that was listed; null at the beginning.</param>
    /// <param name="max">At most so many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<ImmutableArray<CaptureJob>> ListJobsAsync(string owner, Guid? before, int max, CancellationToken cancellationToken);

    /// <summary>Events that answer a question.</summary>
    /// <param name="query">The question.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<ImmutableArray<FoundEvent>> FindAsync(EventQuery query, CancellationToken cancellationToken);

    /// <summary>Words that events use, in order.</summary>
    /// <param name="kind">Of which column.</param>
    /// <param name="after">The last word that was listed; empty at the beginning.</param>
    /// <param name="max">At most so many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<ImmutableArray<string>> ListWordsAsync(EventWordKind kind, string after, int max, CancellationToken cancellationToken);
}
