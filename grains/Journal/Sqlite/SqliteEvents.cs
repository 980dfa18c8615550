using Tracking.Journal.Epcis;
using Tracking.Journal.Events.Stored;
using Tracking.Journal.Orders;

namespace Tracking.Journal.Sqlite;

/// <summary>Events of EPCIS in SQLite.</summary>
internal sealed class SqliteEvents(SqliteStore store) : IEventStore
{
    private readonly SeenWords seen = new();

    public async ValueTask<ImmutableArray<CaptureOutcome>> CaptureAsync(IReadOnlyList<Capture> captures, bool again, CancellationToken cancellationToken)
    {
        var (outcomes, words) = await store.RunAsync(session => Capture(session, captures, again), cancellationToken);
        seen.Add(words);
        return outcomes;
    }

    public async ValueTask EndAsync(IReadOnlyList<CaptureEnd> ends, long at, CancellationToken cancellationToken) =>
        await store.RunAsync(
            session =>
            {
                foreach (var end in ends)
                {
                    session.Hot("UPDATE epcis_jobs SET finished_at = ?, errors = ? WHERE id = ? AND finished_at IS NULL")
                        .Bind(at).Bind(StoredError.Write(end.Job.Errors.AddRange(end.Further))).Bind(end.Job.Id).Run();
                }

                return true;
            },
            cancellationToken);

    public ValueTask<ImmutableArray<OpenCapture>> ClaimAsync(string by, long now, long until, int max, CancellationToken cancellationToken) =>
        store.WriteAsync(sql => EventStatements.ClaimAsync(sql, by, now, until, max), cancellationToken);

    public ValueTask<ImmutableArray<FoundEvent>> ReadEventsAsync(OpenCapture open, long after, int max, CancellationToken cancellationToken) =>
        store.ReadAsync(sql => EventStatements.EventsOfAsync(sql, open, after, max), cancellationToken);

    public ValueTask<CaptureJob?> ReadJobAsync(Guid id, CancellationToken cancellationToken) => store.ReadAsync(sql => EventStatements.JobAsync(sql, id), cancellationToken);

    public ValueTask<ImmutableArray<CaptureJob>> ListJobsAsync(string owner, Guid? before, int max, CancellationToken cancellationToken) =>
        store.ReadAsync(sql => EventStatements.JobsAsync(sql, owner, before, max), cancellationToken);

    public ValueTask<ImmutableArray<FoundEvent>> FindAsync(EventQuery query, CancellationToken cancellationToken) =>
        store.ReadAsync(sql => EventStatements.FindAsync(sql, query), cancellationToken);

    public ValueTask<ImmutableArray<string>> ListWordsAsync(EventWordKind kind, string after, int max, CancellationToken cancellationToken) =>
        store.ReadAsync(sql => EventStatements.WordsAsync(sql, kind, after, max), cancellationToken);

    private (ImmutableArray<CaptureOutcome> Outcomes, ImmutableArray<(EventWordKind, string)> Words) Capture(SqliteSession session, IReadOnlyList<Capture> captures, bool again)
    {
        var before = again ? Before(session, captures) : [];
        Capture[] rest = [.. captures.Where(c => !before.ContainsKey(c.Id))];
        var keys = CapturePlan.KeysOf(rest);
        var plan = CapturePlan.Make(rest, keys, [.. keys.Where(key => Exists(session, key))]);
        var words = seen.New(EventStatements.WordsOf(plan));
        var first = Convert.ToInt64(session.Scalar("SELECT coalesce(max(sequence), 0) + 1 FROM epcis_events"));
        Write(session, plan, first);
        foreach (var (kind, word) in words)
        {
            session.Hot("INSERT INTO epcis_words (kind, word) VALUES (?, ?) ON CONFLICT DO NOTHING").Bind((long)kind).Bind(word).Run();
        }

        return (plan.OutcomesOf(captures, before), words);
    }

    private static void Write(SqliteSession session, CapturePlan plan, long first)
    {
        foreach (var (capture, outcome, firstRow) in plan.Captures)
        {
            session.Hot(
                """
                INSERT INTO epcis_jobs (id, owner, actor, carrier, created_at, finished_at, is_single, is_rollback, first_event, events, errors, claimed_until, claimed_by)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .Bind(capture.Id).Bind(capture.By.Organisation).Bind(StoredActor.Write(capture.By)).Bind(capture.Carrier).Bind(capture.CreatedAt).Bind(outcome.Job.FinishedAt)
                .Bind(capture.IsSingle).Bind(capture.IsRollback).Bind(first + firstRow).Bind((long)outcome.Job.Events).Bind(StoredError.Write(outcome.Job.Errors))
                .Bind(capture.ClaimedUntil).Bind(capture.ClaimedBy).Run();
        }

        for (var row = 0; row < plan.Rows.Count; row++)
        {
            var (capture, one, idHash) = plan.Rows[row];
            session.Hot(
                """
                INSERT INTO epcis_events (sequence, id_hash, declared_at, owner, job, type, action, event_time, record_time, step, disposition, read_point, location, context, payload)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .Bind(first + row).Bind(idHash).Bind(one.DeclaredAt).Bind(capture.By.Organisation).Bind(capture.Id).Bind(one.Type).Bind(one.Action).Bind(one.EventTime)
                .Bind(capture.CreatedAt).Bind(one.Step).Bind(one.Disposition).Bind(one.ReadPoint).Bind(one.Location).Bind(one.Context).Bind(one.Payload.Span).Run();
            foreach (var name in one.Names)
            {
                session.Hot("INSERT INTO epcis_names (hash, sequence, roles) VALUES (?, ?, ?)").Bind(name.Hash).Bind(first + row).Bind((long)name.Roles).Run();
            }
        }
    }

    private static Dictionary<Guid, CaptureJob> Before(SqliteSession session, IReadOnlyList<Capture> captures)
    {
        var before = new Dictionary<Guid, CaptureJob>();
        foreach (var capture in captures)
        {
            if (SqliteSqlSession.Run(session, sql => EventStatements.JobAsync(sql, capture.Id)) is { } job)
            {
                before.Add(capture.Id, job);
            }
        }

        return before;
    }

    private static bool Exists(SqliteSession session, in EventKey key) =>
        session.Scalar("SELECT 1 FROM epcis_events WHERE id_hash = @p0 AND owner = @p1 AND declared_at = @p2", key.IdHash.Bytes(), key.Owner, key.DeclaredAt) is not null;
}
