using Npgsql;

namespace Tracking.Benchmarks.Seeding;

/// <summary>Indexes of a table, dropped while millions of rows are added and then made again exactly as they were.</summary>
internal sealed class TableIndexes
{
    // Keys are constraints, the others are not.
    private const string Find =
        """
        SELECT c.conname, 'ALTER TABLE ' || $1 || ' DROP CONSTRAINT ' || c.conname, 'ALTER TABLE ' || $1 || ' ADD CONSTRAINT ' || c.conname || ' ' || pg_get_constraintdef(c.oid)
        FROM pg_constraint c WHERE c.conrelid = $1::regclass AND c.contype IN ('p', 'u')
        UNION ALL
        SELECT i.indexrelid::regclass::text, 'DROP INDEX ' || i.indexrelid::regclass, pg_get_indexdef(i.indexrelid)
        FROM pg_index i WHERE i.indrelid = $1::regclass AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = i.indexrelid)
        """;

    private readonly List<string> creations = [];

    public static async Task<TableIndexes> DropAsync(NpgsqlConnection connection, string table, CancellationToken cancellationToken)
    {
        var indexes = new TableIndexes();
        var drops = new List<string>();
        await using (var command = new NpgsqlCommand(Find, connection) { Parameters = { new() { Value = table } } })
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                drops.Add(reader.GetString(1));
                indexes.creations.Add(reader.GetString(2));
            }
        }

        await RunAsync(connection, drops, cancellationToken);
        return indexes;
    }

    public Task CreateAsync(NpgsqlConnection connection, CancellationToken cancellationToken) => RunAsync(connection, creations, cancellationToken);

    private static async Task RunAsync(NpgsqlConnection connection, IEnumerable<string> statements, CancellationToken cancellationToken)
    {
        foreach (var statement in statements)
        {
            await using var command = new NpgsqlCommand(statement, connection) { CommandTimeout = 0 };
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
