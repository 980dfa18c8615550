using Microsoft.Data.Sqlite;
using Npgsql;
using Tracking.Journal;

namespace Tracking.Silo.Hosting;

/// <summary>Lays the tables and stored queries that Orleans asks for, before the silo starts. Safe to do again, and by several silos at once.</summary>
internal static class OrleansTables
{
    // Any number that nobody else in the database uses for a lock.
    private const long Lock = 0x7472_6163_6b69_6e67;

    public static async Task LayAsync(JournalOptions journal, CancellationToken cancellationToken)
    {
        if (journal.Store == JournalOptions.PostgreSql)
        {
            await LayPostgresAsync(journal.Postgres!, cancellationToken);
        }
        else
        {
            await LaySqliteAsync(journal.Folder!, cancellationToken);
        }
    }

    private static async Task LayPostgresAsync(string connectionString, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await RunAsync(connection, $"SELECT pg_advisory_xact_lock({Lock})", cancellationToken);
        foreach (var script in Scripts("postgres-"))
        {
            await RunAsync(connection, script.Text, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task LaySqliteAsync(string folder, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(RecordsFile.ConnectionString(folder));
        await connection.OpenAsync(cancellationToken);
        await RunAsync(connection, "PRAGMA journal_mode = WAL", cancellationToken);
        foreach (var script in Scripts("sqlite-"))
        {
            await RunAsync(connection, script.Text, cancellationToken);
        }
    }

    private static async Task RunAsync(System.Data.Common.DbConnection connection, string text, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The text is a resource of our own.
        command.CommandText = text;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static ImmutableArray<SqlScript> Scripts(string store) => SqlScript.FromAssembly(typeof(IJournal).Assembly, $"Tracking.Journal.Orleans.{store}");
}
