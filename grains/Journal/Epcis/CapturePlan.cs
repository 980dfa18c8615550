namespace Tracking.Journal.Epcis;

/// <summary>An event's key in the store.</summary>
internal readonly record struct EventKey(Guid IdHash, string Owner, long DeclaredAt);

/// <summary>Decides which events of several captures are taken, before any row is written.</summary>
internal sealed class CapturePlan
{
    private const string DuplicateRemedy = "Leave it out: it is kept already. A correction is a new event; a declaration of an error may share its event's id.";

    private readonly List<(Capture Capture, CapturedEvent Event, Guid IdHash)> rows = [];

    private CapturePlan()
    {
    }

    /// <summary>The events to write, in order.</summary>
    public IReadOnlyList<(Capture Capture, CapturedEvent Event, Guid IdHash)> Rows => rows;

    /// <summary>The captures with what becomes of each, in order, and the index of its first row.</summary>
    public List<(Capture Capture, CaptureOutcome Outcome, int FirstRow)> Captures { get; } = [];

    /// <summary>The keys of all events, as the store must be asked for them.</summary>
    public static List<EventKey> KeysOf(IReadOnlyList<Capture> captures)
    {
        var keys = new List<EventKey>();
        foreach (var capture in captures)
        {
            foreach (var one in capture.Events)
            {
                keys.Add(new EventKey(one.IdHash, capture.By.Organisation, one.DeclaredAt));
            }
        }

        return keys;
    }

    /// <summary>Makes the plan.</summary>
    /// <param name="captures">The captures.</param>
    /// <param name="keys">Their keys by <see cref="KeysOf"/>.</param>
    /// <param name="known">Those of the keys that the store has; those of the plan are added.</param>
    public static CapturePlan Make(IReadOnlyList<Capture> captures, List<EventKey> keys, HashSet<EventKey> known)
    {
        var plan = new CapturePlan();
        var at = 0;
        foreach (var capture in captures)
        {
            plan.Add(capture, keys, at, known);
            at += capture.Events.Length;
        }

        return plan;
    }

    /// <summary>The outcomes of captures, in their order: those of the plan, and those that were committed before.</summary>
    /// <param name="captures">All captures.</param>
    /// <param name="before">The jobs that were there before.</param>
    public ImmutableArray<CaptureOutcome> OutcomesOf(IReadOnlyList<Capture> captures, IReadOnlyDictionary<Guid, CaptureJob> before)
    {
        var planned = Captures.ToDictionary(c => c.Capture.Id, c => c.Outcome);
        return [.. captures.Select(c => before.TryGetValue(c.Id, out var job) ? Again(c, job) : planned[c.Id])];
    }

    private static CaptureOutcome Again(Capture capture, CaptureJob job)
    {
        var refused = job.Errors.Select(e => e.Where).ToHashSet(StringComparer.Ordinal);
        return new CaptureOutcome(job, job.Events == 0 ? [] : [.. Enumerable.Range(0, capture.Events.Length).Where(i => !refused.Contains(capture.Events[i].Where))]);
    }

    private void Add(Capture capture, List<EventKey> keys, int at, HashSet<EventKey> known)
    {
        var errors = capture.Errors;
        var captured = ImmutableArray.CreateBuilder<int>(capture.Events.Length);
        var first = rows.Count;
        for (var index = 0; index < capture.Events.Length; index++)
        {
            var one = capture.Events[index];
            if (known.Add(keys[at + index]))
            {
                captured.Add(index);
                rows.Add((capture, one, keys[at + index].IdHash));
            }
            else
            {
                errors = errors.Add(new CaptureError(CaptureErrorKind.Duplicate, one.Where, $"An event with the id {one.Id} is there already.", DuplicateRemedy));
            }
        }

        if (capture.IsRollback && !errors.IsEmpty)
        {
            foreach (var index in captured)
            {
                known.Remove(keys[at + index]);
            }

            rows.RemoveRange(first, rows.Count - first);
            captured.Clear();
        }

        // Where nothing was taken there is nothing to follow.
        var job = new CaptureJob(capture.Id, capture.By.Organisation, capture.CreatedAt, captured.Count == 0 ? capture.CreatedAt : null, capture.IsRollback, captured.Count, errors);
        Captures.Add((capture, new CaptureOutcome(job, captured.DrainToImmutable()), first));
    }
}
