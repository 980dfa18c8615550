using Npgsql;
using NpgsqlTypes;
using Tracking.Contracts.Sellers;
using Tracking.Domain.Sellers;

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

    /// <summary>Adds what the winners of a batch change.</summary>
    public static void Add(NpgsqlBatch statements, List<Append> winners, int slot)
    {
        var sums = Sum(winners);
        if (sums.Count == 0)
        {
            return;
        }

        // Sorted, the row that every batch touches first: two silos that share a slot wait for each other there, and then
        // never in a circle.
        var deltas = sums.ToList();
        deltas.Sort(static (left, right) => string.CompareOrdinal(left.Key, right.Key));
        statements.BatchCommands.Add(Upsert(deltas, slot));
    }

    private static Dictionary<string, SellerCounts> Sum(List<Append> winners)
    {
        var sums = new Dictionary<string, SellerCounts>(winners.Count, StringComparer.Ordinal);
        foreach (var append in winners)
        {
            Tally.Include(sums, append.Before, append.Head, append.Facts);
        }

        return sums;
    }

    private static NpgsqlBatchCommand Upsert(List<KeyValuePair<string, SellerCounts>> deltas, int slot)
    {
        var rows = deltas.ConvertAll(delta => (Scope: delta.Key, Numbers: RowReader.Numbers(delta.Value)));
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
