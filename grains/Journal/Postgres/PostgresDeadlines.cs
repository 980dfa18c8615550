using Npgsql;
using NpgsqlTypes;
using Tracking.Journal.Deadlines;

namespace Tracking.Journal.Postgres;

/// <summary>Deadlines in PostgreSQL.</summary>
internal sealed class PostgresDeadlines(PostgresConnections connections) : IDeadlineStore
{
    private const string Drop = "DELETE FROM deadlines WHERE stream = ANY($1)";

    private const string Put =
        """
        INSERT INTO deadlines (stream, ordinal, bucket, carrier, number, ends_at, wake_at, content)
        SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7, $8)
        """;

    /// <summary>Adds the statements that the winners of a batch need whose deadlines have changed.</summary>
    public static void Add(NpgsqlBatch statements, List<Append> winners)
    {
        if (winners.FindAll(append => !append.Deadlines.IsDefault) is not { Count: > 0 } changed)
        {
            return;
        }

        statements.BatchCommands.Add(new NpgsqlBatchCommand(Drop).Column(NpgsqlDbType.Uuid, changed, append => append.Stream));
        var rows = changed.SelectMany(append => append.Deadlines.Select((row, index) => (append.Stream, Ordinal: index, Row: row))).ToList();
        if (rows.Count > 0)
        {
            statements.BatchCommands.Add(new NpgsqlBatchCommand(Put)
                .Column(NpgsqlDbType.Uuid, rows, r => r.Stream)
                .Column(NpgsqlDbType.Integer, rows, r => r.Ordinal)
                .Column(NpgsqlDbType.Smallint, rows, r => DeadlineStatements.BucketOf(r.Stream))
                .Column(NpgsqlDbType.Text, rows, r => r.Row.Carrier)
                .Column(NpgsqlDbType.Text, rows, r => r.Row.Number)
                .Column(NpgsqlDbType.Bigint, rows, r => r.Row.EndsAt)
                .Column(NpgsqlDbType.Bigint, rows, r => r.Row.WakeAt)
                .Column(NpgsqlDbType.Text, rows, r => DeadlineStatements.Content(r.Row)));
        }
    }

    public ValueTask<ImmutableArray<DueDeadline>> FindDueAsync(long now, ImmutableArray<int> buckets, DueDeadline? after, int max, CancellationToken cancellationToken) =>
        PostgresErrors.RunAsync(() => PostgresSession.ReadAsync(connections.Lists, sql => DeadlineStatements.FindDueAsync(sql, now, buckets, after, max), cancellationToken));

    public ValueTask<DeadlinePage> ListAsync(string? after, int limit, CancellationToken cancellationToken) =>
        PostgresErrors.RunAsync(() => PostgresSession.ReadAsync(connections.Lists, sql => DeadlineStatements.ListAsync(sql, after, limit), cancellationToken));
}
