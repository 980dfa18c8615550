using System.Globalization;
using Microsoft.Extensions.Logging;
using Npgsql;
using Tracking.Journal.Writing;

namespace Tracking.Journal.Postgres;

/// <summary>Brings the schema up to date: one starter at a time, by an advisory lock, each step in a transaction of its own.</summary>
internal static class PostgresMigrations
{
    // Any constant, as long as nobody else on this database uses it: 'journal' in ASCII.
    private const long LockKey = 0x6A6F75726E616C;

    private const int MonthsBefore = 1;
    private const int MonthsAfter = 3;

    /// <returns>The journal's epoch.</returns>
    public static async Task<Guid> ApplyAsync(NpgsqlDataSource source, DateTimeOffset now, ILogger logger, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await LockAsync(connection, cancellationToken);
        try
        {
            await RunAsync(connection, "CREATE TABLE IF NOT EXISTS schema_versions (version int PRIMARY KEY, name text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())", cancellationToken);
            var applied = Convert.ToInt32(await ScalarAsync(connection, "SELECT coalesce(max(version), 0) FROM schema_versions", cancellationToken), CultureInfo.InvariantCulture);
            foreach (var migration in EmbeddedSql.Migrations("Postgres").Where(migration => migration.Version > applied))
            {
                await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
                await RunAsync(connection, migration.Text, cancellationToken);
                await RunAsync(connection, $"INSERT INTO schema_versions (version, name) VALUES ({migration.Version}, '{migration.Name}')", cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                logger.Migrated(migration.Version, migration.Name);
            }

            await MakePartitionsAsync(connection, now, cancellationToken);
            return (Guid)(await ScalarAsync(connection, "SELECT epoch FROM meta", cancellationToken))!;
        }
        finally
        {
            await RunAsync(connection, $"SELECT pg_advisory_unlock({LockKey})", CancellationToken.None);
        }
    }

    /// <summary>Makes the partitions of the months to come.</summary>
    public static async Task MakePartitionsAsync(NpgsqlDataSource source, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await LockAsync(connection, cancellationToken);
        try
        {
            await MakePartitionsAsync(connection, now, cancellationToken);
        }
        finally
        {
            await RunAsync(connection, $"SELECT pg_advisory_unlock({LockKey})", CancellationToken.None);
        }
    }

    /// <summary>Runs scripts that may be run again, one starter at a time, each in a transaction of its own.</summary>
    public static async Task ApplyScriptsAsync(NpgsqlDataSource source, IReadOnlyList<SqlScript> scripts, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await LockAsync(connection, cancellationToken);
        try
        {
            foreach (var script in scripts)
            {
                await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
                await RunAsync(connection, script.Text, cancellationToken);
                await transaction.CommitAsync(cancellationToken);
            }
        }
        finally
        {
            await RunAsync(connection, $"SELECT pg_advisory_unlock({LockKey})", CancellationToken.None);
        }
    }

    private static Task LockAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        RunAsync(connection, $"SELECT pg_advisory_lock({LockKey})", cancellationToken);

    private static async Task MakePartitionsAsync(NpgsqlConnection connection, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Attaching waits for whoever reads the default partition; rather than queue everybody behind it, try again tomorrow.
        await RunAsync(connection, "SET lock_timeout = '5s'", cancellationToken);
        await using var command = new NpgsqlCommand("SELECT make_event_partitions($1, $2, $3)", connection)
        {
            Parameters =
            {
                new NpgsqlParameter<DateTime> { TypedValue = now.UtcDateTime },
                new NpgsqlParameter<int> { TypedValue = MonthsBefore },
                new NpgsqlParameter<int> { TypedValue = MonthsAfter },
            },
        };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        // Scripts hold functions and many statements, and a lock may be waited for: no time limit but the caller's.
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<object?> ScalarAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(cancellationToken);
    }
}
