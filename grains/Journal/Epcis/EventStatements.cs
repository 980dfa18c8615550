using System.Data.Common;
using Tracking.Journal.Events.Stored;
using Tracking.Journal.Orders;

namespace Tracking.Journal.Epcis;

/// <summary>What is read of events and jobs, and how jobs are taken over: one text for both stores.</summary>
internal static class EventStatements
{
    private const string JobColumns = "j.id, j.owner, j.created_at, j.finished_at, j.is_rollback, j.events, j.errors";
    private const string EventColumns = "e.sequence, e.event_time, e.record_time, e.context, e.payload";

    public static async ValueTask<CaptureJob?> JobAsync(SqlSession sql, Guid id) =>
        await sql.FirstAsync($"SELECT {JobColumns} FROM epcis_jobs j WHERE j.id = @id", r => Job(sql, r), ("id", sql.Key(id)));

    public static async ValueTask<ImmutableArray<CaptureJob>> JobsAsync(SqlSession sql, string owner, Guid? before, int max) =>
    [
        .. await sql.QueryAsync(
            $"SELECT {JobColumns} FROM epcis_jobs j WHERE j.owner = @owner AND j.id < @before AND NOT j.is_single ORDER BY j.id DESC LIMIT @max",
            r => Job(sql, r),
            ("owner", owner),
            ("before", sql.Key(before ?? Guid.AllBitsSet)),
            ("max", max)),
    ];

    public static async ValueTask<ImmutableArray<OpenCapture>> ClaimAsync(SqlSession sql, string by, long now, long until, int max)
    {
        var open = await sql.QueryAsync(
            $"""
            SELECT {JobColumns}, j.actor, j.carrier, j.first_event, j.claimed_until FROM epcis_jobs j
            WHERE j.finished_at IS NULL AND j.claimed_until < @now ORDER BY j.claimed_until LIMIT @max
            """,
            r => (Open: new OpenCapture(Job(sql, r), StoredActor.Read(r.GetString(7)), RowReader.Text(r, 8), r.GetInt64(9)), Until: r.GetInt64(10)),
            ("now", now),
            ("max", max));
        var claimed = ImmutableArray.CreateBuilder<OpenCapture>(open.Count);
        foreach (var (job, old) in open)
        {
            // Another one may have looked at the same time: only the first finds what both saw.
            var changed = await sql.ExecuteAsync(
                "UPDATE epcis_jobs SET claimed_until = @until, claimed_by = @by WHERE id = @id AND claimed_until = @old AND finished_at IS NULL",
                ("until", until),
                ("by", by),
                ("id", sql.Key(job.Job.Id)),
                ("old", old));
            if (changed == 1)
            {
                claimed.Add(job);
            }
        }

        return claimed.DrainToImmutable();
    }

    public static async ValueTask<ImmutableArray<FoundEvent>> EventsOfAsync(SqlSession sql, OpenCapture open, long after, int max) =>
    [
        .. await sql.QueryAsync(
            $"SELECT {EventColumns} FROM epcis_events e WHERE e.sequence >= @first AND e.sequence > @after AND e.job = @job ORDER BY e.sequence LIMIT @max",
            Event,
            ("first", open.FirstEvent),
            ("after", after),
            ("job", sql.Key(open.Job.Id)),
            ("max", max)),
    ];

    public static async ValueTask<ImmutableArray<FoundEvent>> FindAsync(SqlSession sql, EventQuery query)
    {
        var (text, values) = EventQueryText.Build(query, sql.Key, EventColumns);
        return [.. await sql.QueryAsync(text, Event, values)];
    }

    public static async ValueTask<ImmutableArray<string>> WordsAsync(SqlSession sql, EventWordKind kind, string after, int max) =>
    [
        .. await sql.QueryAsync(
            "SELECT word FROM epcis_words WHERE kind = @kind AND word > @after ORDER BY word LIMIT @max",
            r => r.GetString(0),
            ("kind", (short)kind),
            ("after", after),
            ("max", max)),
    ];

    /// <summary>The words of events, each once.</summary>
    public static HashSet<(EventWordKind Kind, string Word)> WordsOf(CapturePlan plan)
    {
        var words = new HashSet<(EventWordKind, string)>();
        foreach (var (_, one, _) in plan.Rows)
        {
            words.Add((EventWordKind.Type, one.Type));
            Add(EventWordKind.Step, one.Step);
            Add(EventWordKind.Disposition, one.Disposition);
            Add(EventWordKind.ReadPoint, one.ReadPoint);
            Add(EventWordKind.Location, one.Location);
        }

        return words;

        void Add(EventWordKind kind, string? word)
        {
            if (word is not null)
            {
                words.Add((kind, word));
            }
        }
    }

    private static CaptureJob Job(SqlSession sql, DbDataReader r) => new(
        sql.ReadKey(r, 0), r.GetString(1), r.GetInt64(2), r.IsDBNull(3) ? null : r.GetInt64(3), r.GetBoolean(4), r.GetInt32(5), StoredError.Read(RowReader.Text(r, 6)));

    private static FoundEvent Event(DbDataReader r) => new(r.GetInt64(0), r.GetInt64(1), r.GetInt64(2), RowReader.Text(r, 3), r.GetFieldValue<byte[]>(4));
}
