using System.Text;
using Npgsql;

namespace Tracking.Benchmarks.Seeding;

/// <summary>A table that has rows of the shipment that is multiplied, and how to write them for others.</summary>
/// <param name="Name">The table.</param>
/// <param name="Columns">Columns and what is put into them: <c>t</c> is the product's own row, <c>s</c> the other shipment.</param>
internal sealed record SeedTable(string Name, IReadOnlyList<(string Column, string Value)> Columns)
{
    private const string Candidates =
        """
        SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'stream' AND NOT a.attisdropped
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition ORDER BY 1
        """;

    private const string ColumnsOf = "SELECT column_name, udt_name FROM information_schema.columns WHERE table_schema = 'public' AND table_name = $1 ORDER BY ordinal_position";

    /// <summary>The first shipment that the database holds is the one that is multiplied.</summary>
    public static async Task<IReadOnlyList<SeedTable>> FindAsync(NpgsqlConnection connection, string number, string account, CancellationToken cancellationToken)
    {
        var template = (await RowsAsync(connection, "SELECT stream::text FROM heads WHERE number = $1", cancellationToken, number))[0][0];
        var tables = new List<SeedTable>();
        foreach (var name in (await RowsAsync(connection, Candidates, cancellationToken)).ConvertAll(row => row[0]))
        {
            var columns = await RowsAsync(connection, ColumnsOf, cancellationToken, name);
            tables.Add(new(name, [.. columns.Select(c => (c[0], ValueOf(c[0], c[1], number, account)))]) { Template = template });
        }

        return tables;
    }

    private string Template { get; init; } = "";

    public string InsertInto(string table) =>
        $"""
        INSERT INTO {table} ({string.Join(", ", Columns.Select(c => c.Column))})
        SELECT {string.Join(", ", Columns.Select(c => c.Value))} FROM seed s, (SELECT * FROM {Name} WHERE stream = '{Template}') t ORDER BY s.i
        """;

    private static string ValueOf(string column, string type, string number, string account) => (column, type) switch
    {
        ("stream" or "append_id", _) => "s.stream",
        ("seq", _) => "(s.i * 8 + t.seq)::int",
        (_, "xid8") => "pg_current_xact_id()",
        (_, "text") => $"replace(replace(t.{column}, '{number}', s.number), '{account}', s.account)",
        (_, "bytea") => $"decode(replace(replace(encode(t.{column}, 'hex'), '{Hex(number)}', encode(s.number::bytea, 'hex')), '{Hex(account)}', encode(s.account::bytea, 'hex')), 'hex')",
        _ => $"t.{column}",
    };

    private static string Hex(string text) => Convert.ToHexStringLower(Encoding.ASCII.GetBytes(text));

    private static async Task<List<string[]>> RowsAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken, params string[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<string[]>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        }

        return rows;
    }
}
