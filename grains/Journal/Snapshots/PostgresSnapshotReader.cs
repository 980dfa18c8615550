using System.Data.Common;
using Npgsql;
using Tracking.Journal.Postgres;

namespace Tracking.Journal.Snapshots;

/// <summary>
/// A connection whose transaction sees the state that the first of them has exported. It reads only and so has no
/// transaction id: the feed is not held back by it, however long it takes.
/// </summary>
internal sealed class PostgresSnapshotReader : SnapshotReader
{
    private readonly NpgsqlConnection connection;

    private PostgresSnapshotReader(NpgsqlConnection connection) => this.connection = connection;

    public override string FeedColumns => "e.tx, e.seq";

    public override string MessageWithoutEvents => "NOT EXISTS (SELECT 1 FROM events e WHERE e.tx = o.tx)";

    public static async Task<(ImmutableArray<SnapshotReader> Readers, IAsyncDisposable Connections)> OpenAsync(
        string connectionString, int readers, CancellationToken cancellationToken)
    {
        var source = PostgresConnections.BuildForReading(connectionString, readers);
        var opened = ImmutableArray.CreateBuilder<SnapshotReader>(readers);
        try
        {
            string? snapshot = null;
            while (opened.Count < readers)
            {
                var reader = new PostgresSnapshotReader(await source.OpenConnectionAsync(cancellationToken));
                opened.Add(reader);
                await reader.ExecuteAsync("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", cancellationToken);
                snapshot = await reader.ShareAsync(snapshot, cancellationToken);
            }

            return (opened.ToImmutable(), source);
        }
        catch
        {
            foreach (var reader in opened)
            {
                await reader.DisposeAsync();
            }

            await source.DisposeAsync();
            throw;
        }
    }

    public override async ValueTask<DbDataReader> QueryAsync(string sql, object[] values, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        foreach (var value in values)
        {
            command.Parameters.AddWithValue($"p{command.Parameters.Count}", value);
        }

        return await command.ExecuteReaderAsync(cancellationToken);
    }

    public override ValueTask<FeedPage> ReadFeedAsync(FeedCursor after, bool notableOnly, int max, CancellationToken cancellationToken) =>
        PostgresFeed.ReadAsync(connection, after, Epoch, notableOnly, max, cancellationToken);

    public override object Key(Guid key) => key;

    public override Guid Key(DbDataReader row, int column) => row.GetGuid(column);

    public override (ulong Major, int Minor) Place(DbDataReader row, int column) => (row.GetFieldValue<ulong>(column), row.GetInt32(column + 1));

    public override string Flag(string condition) => $"({condition})::int";

    public override ValueTask DisposeAsync() => connection.DisposeAsync();

    private async Task<string> ShareAsync(string? snapshot, CancellationToken cancellationToken)
    {
        if (snapshot is null)
        {
            await CheckVersionAsync(cancellationToken);
            snapshot = (string)(await ScalarAsync("SELECT pg_export_snapshot()", cancellationToken))!;
        }
        else
        {
            await ExecuteAsync($"SET TRANSACTION SNAPSHOT '{snapshot}'", cancellationToken);
        }

        Epoch = (Guid)(await ScalarAsync("SELECT epoch FROM meta", cancellationToken))!;
        FeedEnd = (ulong)(await ScalarAsync("SELECT pg_snapshot_xmin(pg_current_snapshot())", cancellationToken))!;
        return snapshot;
    }

    private async Task CheckVersionAsync(CancellationToken cancellationToken)
    {
        if (await ScalarAsync("SELECT to_regclass('schema_versions') IS NOT NULL", cancellationToken) is not true)
        {
            throw new JournalUnreadableException("There is no journal in this database: give the connection string that Journal:Postgres has.");
        }

        JournalSnapshot.CheckVersion("Postgres", (int)(await ScalarAsync("SELECT coalesce(max(version), 0) FROM schema_versions", cancellationToken))!);
    }

    private async Task<object?> ScalarAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(cancellationToken);
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
