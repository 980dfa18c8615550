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

    /// <summary>The tables of a shipment.</summary>
    /// <param name="connection">The journal.</param>
    /// <param name="number">The shipment's number.</param>
    /// <param name="account">Its seller's account.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<IReadOnlyList<SeedTable>> FindAsync(NpgsqlConnection connection, string number, string account, CancellationToken cancellationToken)
    {
        var template = (await RowsAsync(connection, "SELECT stream::text FROM heads WHERE number = $1", cancellationToken, number))[0][0];
        var tables = new List<SeedTable>();
        foreach (var name in (await RowsAsync(connection, Candidates, cancellationToken)).ConvertAll(row => row[0]))
        {
            var columns = new List<(string, string)>();
            foreach (var column in await RowsAsync(connection, ColumnsOf, cancellationToken, name))
            {
                var value = column[1] == "bytea"
                    ? OfBytes(column[0], await RowsAsync(connection, $"SELECT DISTINCT encode({column[0]}, 'hex') FROM {name} WHERE stream = '{template}' AND {column[0]} IS NOT NULL", cancellationToken), number, account)
                    : Value(column[0], column[1], number, account);
                columns.Add((column[0], value));
            }

            tables.Add(new(name, columns) { Template = template });
        }

        return tables;
    }

    private string Template { get; init; } = "";

    public string InsertInto(string table) =>
        $"""
        INSERT INTO {table} ({string.Join(", ", Columns.Select(c => c.Column))})
        SELECT {string.Join(", ", Columns.Select(c => c.Value))} FROM seed s, (SELECT * FROM {Name} WHERE stream = '{Template}') t ORDER BY s.i
        """;

    private static string Value(string column, string type, string number, string account) => (column, type) switch
    {
        ("stream" or "append_id", _) => "s.stream",
        ("seq", _) => "(s.i * 8 + t.seq)::int",
        (_, "xid8") => "pg_current_xact_id()",
        (_, "text") => $"replace(replace(t.{column}, '{number}', s.number), '{account}', s.account)",
        _ => $"t.{column}",
    };

    // Number and account are as long as those that take their place: bytes are laid over where they stand, whatever form the
    // rest has.
    private static string OfBytes(string column, List<string[]> rows, string number, string account)
    {
        var cases = new StringBuilder();
        foreach (var bytes in rows.ConvertAll(row => Convert.FromHexString(row[0])))
        {
            var value = Overlaid(Overlaid($"t.{column}", bytes, number, "s.number"), bytes, account, "s.account");
            cases.Append($" WHEN '\\x{Convert.ToHexStringLower(bytes)}' THEN {value}");
        }

        return rows.Count == 0 ? $"t.{column}" : $"CASE t.{column}{cases} END";
    }

    private static string Overlaid(string value, byte[] bytes, string text, string other)
    {
        var sought = Encoding.ASCII.GetBytes(text);
        for (var at = 0; bytes.AsSpan(at).IndexOf(sought) is >= 0 and var found; at += found + sought.Length)
        {
            value = $"overlay({value} PLACING {other}::bytea FROM {at + found + 1})";
        }

        return value;
    }

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
