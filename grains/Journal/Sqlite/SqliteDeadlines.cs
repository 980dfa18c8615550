using Tracking.Journal.Deadlines;

namespace Tracking.Journal.Sqlite;

/// <summary>Deadlines in SQLite.</summary>
internal sealed class SqliteDeadlines(SqliteStore store) : IDeadlineStore
{
    private const string Drop = "DELETE FROM deadlines WHERE stream = ?";

    private const string Put = "INSERT INTO deadlines (stream, ordinal, bucket, carrier, number, ends_at, wake_at, content) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";

    /// <summary>Writes the deadlines of an append that changes them.</summary>
    public static void Write(SqliteSession session, Append append)
    {
        session.Hot(Drop).Bind(append.Stream).Run();
        for (var index = 0; index < append.Deadlines.Length; index++)
        {
            var row = append.Deadlines[index];
            session.Hot(Put).Bind(append.Stream).Bind(index).Bind((int)DeadlineStatements.BucketOf(append.Stream)).Bind(row.Carrier).Bind(row.Number)
                .Bind(row.EndsAt).Bind(row.WakeAt).Bind(DeadlineStatements.Content(row)).Run();
        }
    }

    public ValueTask<ImmutableArray<DueDeadline>> FindDueAsync(long now, ImmutableArray<int> buckets, DueDeadline? after, int max, CancellationToken cancellationToken) =>
        store.ReadAsync(sql => DeadlineStatements.FindDueAsync(sql, now, buckets, after, max), cancellationToken);

    public ValueTask<DeadlinePage> ListAsync(string? after, int limit, CancellationToken cancellationToken) =>
        store.ReadAsync(sql => DeadlineStatements.ListAsync(sql, after, limit), cancellationToken);
}
