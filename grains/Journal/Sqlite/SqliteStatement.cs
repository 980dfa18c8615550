using System.Buffers;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Tracking.Journal.Sqlite;

/// <summary>
/// A prepared statement of the hot path, bound by position. The provider's parameters are looked up by name, boxed and
/// copied on every call, which costs several times what SQLite itself does.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;
    private int position;

    public SqliteStatement(SqliteConnection connection, string sql)
    {
        database = connection.Handle!;
        Check(raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out statement));
    }

    public SqliteStatement Bind(long value)
    {
        Check(raw.sqlite3_bind_int64(statement, ++position, value));
        return this;
    }

    public SqliteStatement Bind(bool value) => Bind(value ? 1 : 0);

    public SqliteStatement Bind(long? value)
    {
        if (value is { } given)
        {
            return Bind(given);
        }

        Check(raw.sqlite3_bind_null(statement, ++position));
        return this;
    }

    public SqliteStatement Bind(string? value)
    {
        if (value is null)
        {
            Check(raw.sqlite3_bind_null(statement, ++position));
            return this;
        }

        if (value.Length == 0)
        {
            // An empty span has no address, which SQLite takes for NULL.
            Check(raw.sqlite3_bind_text(statement, ++position, ""));
            return this;
        }

        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        var rented = most > 512 ? ArrayPool<byte>.Shared.Rent(most) : null;
        var bytes = rented is null ? stackalloc byte[512] : rented.AsSpan();
        Check(raw.sqlite3_bind_text(statement, ++position, bytes[..Encoding.UTF8.GetBytes(value, bytes)]));
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return this;
    }

    public SqliteStatement Bind(Guid value)
    {
        Span<byte> bytes = stackalloc byte[16];
        value.TryWriteBytes(bytes, bigEndian: true, out _);
        return Bind(bytes);
    }

    public SqliteStatement Bind(ReadOnlySpan<byte> value)
    {
        Check(value.IsEmpty
            ? raw.sqlite3_bind_zeroblob(statement, ++position, 0)
            : raw.sqlite3_bind_blob(statement, ++position, value));
        return this;
    }

    /// <summary>Runs it and makes it ready for the next values.</summary>
    /// <returns>How many rows it changed.</returns>
    public int Run()
    {
        position = 0;
        var outcome = raw.sqlite3_step(statement);
        var changed = raw.sqlite3_changes(database);
        raw.sqlite3_reset(statement);
        Check(outcome);
        return changed;
    }

    /// <summary>Forgets values of a row that could not be bound to its end.</summary>
    public void Forget() => position = 0;

    public void Dispose() => statement.Dispose();

    private void Check(int outcome)
    {
        if (outcome is not (raw.SQLITE_OK or raw.SQLITE_DONE or raw.SQLITE_ROW))
        {
            position = 0;
            SqliteException.ThrowExceptionForRC(outcome, database);
        }
    }
}
