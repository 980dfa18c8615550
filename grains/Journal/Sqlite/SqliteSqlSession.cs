using System.Data.Common;
using Microsoft.Data.Sqlite;
using Tracking.Journal.Orders;

namespace Tracking.Journal.Sqlite;

/// <summary>Statements on the thread that owns the connection: everything is done when the call returns.</summary>
internal sealed class SqliteSqlSession(SqliteSession session) : SqlSession
{
    /// <summary>Runs work that never waits for anything but this session.</summary>
    public static T Run<T>(SqliteSession session, Func<SqlSession, ValueTask<T>> work) => work(new SqliteSqlSession(session)).AsTask().GetAwaiter().GetResult();

    public override object Key(Guid stream) => stream.Bytes();

    public override Guid ReadKey(DbDataReader reader, int column) => ((SqliteDataReader)reader).Key(column);

    public override ValueTask<List<T>> QueryAsync<T>(string sql, Func<DbDataReader, T> read, params (string Name, object? Value)[] values)
    {
        using var reader = Command(sql, values).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return ValueTask.FromResult(rows);
    }

    public override ValueTask<int> ExecuteAsync(string sql, params (string Name, object? Value)[] values) => ValueTask.FromResult(Command(sql, values).ExecuteNonQuery());

    private SqliteCommand Command(string sql, (string Name, object? Value)[] values) =>
        session.Prepare(sql, Array.ConvertAll(values, v => (v.Name, v.Value ?? DBNull.Value)));
}
