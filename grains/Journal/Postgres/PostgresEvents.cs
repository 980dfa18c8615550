using Npgsql;
using NpgsqlTypes;
using Tracking.Journal.Epcis;
using Tracking.Journal.Orders;

namespace Tracking.Journal.Postgres;

/// <summary>Events of EPCIS in PostgreSQL.</summary>
internal sealed class PostgresEvents(PostgresConnections connections) : IEventStore
{
    private const int Attempts = 6;

    private readonly SeenWords seen = new();

    public ValueTask<ImmutableArray<CaptureOutcome>> CaptureAsync(IReadOnlyList<Capture> captures, bool again, CancellationToken cancellationToken) =>
        PostgresErrors.RunAsync(async () =>
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    await using var connection = await connections.Hot.OpenConnectionAsync(cancellationToken);
                    return await new PostgresCaptures(connection, seen, cancellationToken).CommitAsync(captures, again);
                }
                catch (PostgresException error) when (PostgresErrors.IsDuplicateKey(error) && attempt < Attempts)
                {
                    // Another silo captured the same event meanwhile: looked at again, it is a duplicate.
                }
            }
        });

    public async ValueTask EndAsync(IReadOnlyList<CaptureEnd> ends, long at, CancellationToken cancellationToken) =>
        await PostgresErrors.RunAsync(async () =>
        {
            // Nobody waits for the disk: an end that is lost with the server is found open and ended again.
            await using var command = connections.Hot.CreateCommand(
                """
                WITH unhurried AS MATERIALIZED (SELECT set_config('synchronous_commit', 'off', true) AS mode)
                UPDATE epcis_jobs j SET finished_at = $1, errors = n.errors FROM unnest($2, $3) AS n (id, errors)
                WHERE j.id = n.id AND j.finished_at IS NULL AND (SELECT mode FROM unhurried) = 'off'
                """);
            command
                .With(NpgsqlDbType.Bigint, at)
                .With(NpgsqlDbType.Array | NpgsqlDbType.Uuid, ends.Select(e => e.Job.Id).ToArray())
                .With(NpgsqlDbType.Array | NpgsqlDbType.Text, ends.Select(e => StoredError.Write(e.Job.Errors.AddRange(e.Further))).ToArray());
            return await command.ExecuteNonQueryAsync(cancellationToken);
        });

    public ValueTask<ImmutableArray<OpenCapture>> ClaimAsync(string by, long now, long until, int max, CancellationToken cancellationToken) =>
        PostgresErrors.RunAsync(() => PostgresSession.WriteAsync(connections.Hot, sql => EventStatements.ClaimAsync(sql, by, now, until, max), cancellationToken));

    public ValueTask<ImmutableArray<FoundEvent>> ReadEventsAsync(OpenCapture open, long after, int max, CancellationToken cancellationToken) =>
        ReadAsync(connections.Hot, sql => EventStatements.EventsOfAsync(sql, open, after, max), cancellationToken);

    public ValueTask<CaptureJob?> ReadJobAsync(Guid id, CancellationToken cancellationToken) =>
        ReadAsync(connections.Hot, sql => EventStatements.JobAsync(sql, id), cancellationToken);

    public ValueTask<ImmutableArray<CaptureJob>> ListJobsAsync(string owner, Guid? before, int max, CancellationToken cancellationToken) =>
        ReadAsync(connections.Lists, sql => EventStatements.JobsAsync(sql, owner, before, max), cancellationToken);

    public ValueTask<ImmutableArray<FoundEvent>> FindAsync(EventQuery query, CancellationToken cancellationToken) =>
        ReadAsync(query.Names.IsEmpty && query.Ids.IsEmpty ? connections.Lists : connections.Hot, sql => EventStatements.FindAsync(sql, query), cancellationToken);

    public ValueTask<ImmutableArray<string>> ListWordsAsync(EventWordKind kind, string after, int max, CancellationToken cancellationToken) =>
        ReadAsync(connections.Lists, sql => EventStatements.WordsAsync(sql, kind, after, max), cancellationToken);

    private static ValueTask<T> ReadAsync<T>(NpgsqlDataSource source, Func<SqlSession, ValueTask<T>> work, CancellationToken cancellationToken) =>
        PostgresErrors.RunAsync(() => PostgresSession.ReadAsync(source, work, cancellationToken));
}
