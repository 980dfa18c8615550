using System.Data.Common;

namespace Tracking.Journal.Orders;

/// <summary>Statements that both stores understand, with parameters by name. Orders change seldom: one text for both is worth more than the last microsecond.</summary>
internal abstract class SqlSession
{
    /// <summary>A stream as the store writes it.</summary>
    public abstract object Key(Guid stream);

    /// <summary>A stream as the store reads it.</summary>
    public abstract Guid ReadKey(DbDataReader reader, int column);

    public abstract ValueTask<List<T>> QueryAsync<T>(string sql, Func<DbDataReader, T> read, params (string Name, object? Value)[] values);

    public abstract ValueTask<int> ExecuteAsync(string sql, params (string Name, object? Value)[] values);

    /// <summary>The first row; default where there is none.</summary>
    public async ValueTask<T?> FirstAsync<T>(string sql, Func<DbDataReader, T> read, params (string Name, object? Value)[] values)
    {
        var rows = await QueryAsync(sql, read, values);
        return rows.Count == 0 ? default : rows[0];
    }
}
