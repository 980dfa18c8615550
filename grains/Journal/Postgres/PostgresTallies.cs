using Npgsql;
using NpgsqlTypes;
using Tracking.Contracts.Sellers;

namespace Tracking.Journal.Postgres;

/// <summary>Counts: rows per scope and writer, added to in one sorted order, summed when read.</summary>
internal static class PostgresTallies
{
    private static readonly string UpsertSql =
        $"INSERT INTO tallies AS t (scope, slot, {Columns(column => column)}) "
        + $"SELECT d.scope, $1, {Columns(column => $"d.{column}")} "
        + $"FROM unnest($2, {string.Join(", ", RowReader.TallyColumns.Select((_, index) => $"${index + 3}"))}) AS d(scope, {Columns(column => column)}) "
        + $"ON CONFLICT (scope, slot) DO UPDATE SET {Columns(column => $"{column} = t.{column} + excluded.{column}")}";

    public static string SumSql { get; } = $"SELECT {Columns(column => $"coalesce(sum({column}), 0)::bigint")} FROM tallies WHERE scope = $1";

    public static NpgsqlBatchCommand Upsert(SortedDictionary<string, SellerCounts> deltas, int slot)
    {
        var rows = deltas.Select(delta => (Scope: delta.Key, Numbers: RowReader.Numbers(delta.Value))).ToList();
        var command = new NpgsqlBatchCommand(UpsertSql).With(NpgsqlDbType.Smallint, (short)slot).Column(NpgsqlDbType.Text, rows, row => row.Scope);
        for (var column = 0; column < RowReader.TallyColumns.Length; column++)
        {
            var index = column;
            command.Column(NpgsqlDbType.Bigint, rows, row => row.Numbers[index]);
        }

        return command;
    }

    private static string Columns(Func<string, string> form) => string.Join(", ", RowReader.TallyColumns.Select(form));
}
