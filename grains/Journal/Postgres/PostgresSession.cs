using System.Data.Common;
using Npgsql;
using Tracking.Journal.Orders;

namespace Tracking.Journal.Postgres;

/// <summary>Statements on one connection, in a transaction of its own where asked for.</summary>
internal sealed class PostgresSession(NpgsqlConnection connection, CancellationToken cancellationToken) : SqlSession
{
    public static async ValueTask<T> ReadAsync<T>(NpgsqlDataSource source, Func<SqlSession, ValueTask<T>> work, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await work(new PostgresSession(connection, cancellationToken));
    }

    /// <summary>Runs work in a transaction; what fails leaves nothing behind.</summary>
    public static async ValueTask<T> WriteAsync<T>(NpgsqlDataSource source, Func<SqlSession, ValueTask<T>> work, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var result = await work(new PostgresSession(connection, cancellationToken));
        await transaction.CommitAsync(cancellationToken);
        return result;
    }

    public override object Key(Guid stream) => stream;

    public override Guid ReadKey(DbDataReader reader, int column) => reader.GetGuid(column);

    public override async ValueTask<List<T>> QueryAsync<T>(string sql, Func<DbDataReader, T> read, params (string Name, object? Value)[] values)
    {
        await using var command = Command(sql, values);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    public override async ValueTask<int> ExecuteAsync(string sql, params (string Name, object? Value)[] values)
    {
        await using var command = Command(sql, values);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private NpgsqlCommand Command(string sql, (string Name, object? Value)[] values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command;
    }
}
