using Npgsql;
using Tracking.Journal.Postgres;
using Tracking.Journal.Sqlite;

namespace Tracking.Journal;

/// <summary>Runs scripts that may be run again and again, safely when several starters come at once.</summary>
public static class SqlScripts
{
    /// <summary>Runs scripts on PostgreSQL, each in a transaction of its own.</summary>
    /// <param name="connectionString">Where.</param>
    /// <param name="scripts">The scripts, in order.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="JournalUnavailableException">The server cannot be reached.</exception>
    public static async Task ApplyToPostgresAsync(string connectionString, IReadOnlyList<SqlScript> scripts, CancellationToken cancellationToken = default)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await PostgresErrors.RunAsync(async () =>
        {
            await PostgresMigrations.ApplyScriptsAsync(source, scripts, cancellationToken);
            return true;
        });
    }

    /// <summary>Runs scripts on a SQLite file, all in one transaction, on a thread that may wait.</summary>
    /// <param name="file">The file; made where it is missing, its folder too.</param>
    /// <param name="scripts">The scripts, in order; none may begin or end a transaction.</param>
    /// <param name="cancellationToken">Gives up before it begins.</param>
    /// <exception cref="JournalFolderException">The folder cannot be written.</exception>
    public static Task ApplyToSqliteAsync(string file, IReadOnlyList<SqlScript> scripts, CancellationToken cancellationToken = default) =>
        Task.Factory.StartNew(() => ApplyToSqlite(file, scripts), cancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private static void ApplyToSqlite(string file, IReadOnlyList<SqlScript> scripts)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        using var session = SqliteSession.OpenIn(folder, file);
        session.InTransaction("BEGIN IMMEDIATE", () =>
        {
            foreach (var script in scripts)
            {
                session.Run(script.Text);
            }

            return true;
        });
    }
}
