using Microsoft.Data.Sqlite;
using Npgsql;

namespace Tracking.House.Tests.Orleans;

/// <summary>Applies the scripts of <c>grains/Journal/Orleans</c>.</summary>
internal static class OrleansScripts
{
    public static async Task ApplyToPostgresAsync(string connectionString)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        foreach (var script in new[] { "postgres-clustering.sql", "postgres-persistence.sql" })
        {
            await using var command = source.CreateCommand(Read(script));
            await command.ExecuteNonQueryAsync();
        }
    }

    public static async Task ApplyToSqliteAsync(string connectionString)
    {
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL;" + Read("sqlite-persistence.sql");
        await command.ExecuteNonQueryAsync();
    }

    private static string Read(string name)
    {
        using var stream = typeof(OrleansScripts).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The script {name} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
