using Npgsql;
using NpgsqlTypes;

namespace Tracking.Journal.Postgres;

/// <summary>Arrays as parameters, one per column, with their types said.</summary>
internal static class PostgresParameters
{
    public static NpgsqlBatchCommand With<T>(this NpgsqlBatchCommand command, NpgsqlDbType type, T value)
    {
        command.Parameters.Add(new NpgsqlParameter<T> { TypedValue = value, NpgsqlDbType = type });
        return command;
    }

    /// <summary>A column: what <paramref name="value"/> says of each row.</summary>
    public static NpgsqlBatchCommand Column<TRow, T>(this NpgsqlBatchCommand command, NpgsqlDbType type, IReadOnlyList<TRow> rows, Func<TRow, T> value)
    {
        var column = new T[rows.Count];
        for (var index = 0; index < column.Length; index++)
        {
            column[index] = value(rows[index]);
        }

        return command.With(NpgsqlDbType.Array | type, column);
    }

    public static NpgsqlCommand With<T>(this NpgsqlCommand command, NpgsqlDbType type, T value)
    {
        command.Parameters.Add(new NpgsqlParameter<T> { TypedValue = value, NpgsqlDbType = type });
        return command;
    }
}
