using Microsoft.Data.Sqlite;

namespace Tracking.Journal.Sqlite;

/// <summary>A connection that belongs to one thread, with the statements it has prepared.</summary>
internal sealed class SqliteSession : IDisposable
{
    // The lists have a statement per combination of filters; a bound for all keeps a session small.
    private const int MostStatements = 256;

    private readonly SqliteConnection connection;
    private readonly Dictionary<string, SqliteCommand> statements = [];

    public SqliteSession(string file, bool readOnly)
    {
        connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Pooling = false,
            DefaultTimeout = 30,
        }.ConnectionString);
        connection.Open();

        // FULL: a commit is on the disk before it is acknowledged. The checkpoint at 4,000 pages (16 MB) instead of
        // 1,000 lets rows that are written often be copied to the file less often.
        Run(readOnly
            ? "PRAGMA query_only = ON; PRAGMA cache_size = -16384"
            : "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 4000; PRAGMA cache_size = -131072; PRAGMA foreign_keys = OFF");
    }

    /// <summary>Opens a file for writing, with its folder, and says plainly where that is not possible.</summary>
    /// <exception cref="JournalFolderException">The folder cannot be made or written.</exception>
    public static SqliteSession OpenIn(string folder, string file)
    {
        SqliteSession? session = null;
        try
        {
            Directory.CreateDirectory(folder);
            session = new SqliteSession(file, readOnly: false);
            session.Run("BEGIN IMMEDIATE; ROLLBACK");
            return session;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or SqliteException)
        {
            session?.Dispose();
            throw new JournalFolderException(folder, error);
        }
    }

    /// <summary>Runs statements that are not worth keeping.</summary>
    public void Run(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>A prepared statement with its values set; parameters are named @p0, @p1 and so on.</summary>
    public SqliteCommand Prepare(string sql, params ReadOnlySpan<object?> values)
    {
        var command = Find(sql);
        if (command.Parameters.Count == 0)
        {
            for (var index = 0; index < values.Length; index++)
            {
                command.Parameters.Add(new SqliteParameter { ParameterName = $"@p{index}" });
            }
        }

        for (var index = 0; index < values.Length; index++)
        {
            command.Parameters[index].Value = values[index] ?? DBNull.Value;
        }

        return command;
    }

    /// <summary>A prepared statement with parameters of names of its own.</summary>
    public SqliteCommand Prepare(string sql, IReadOnlyList<(string Name, object Value)> values)
    {
        var command = Find(sql);
        command.Parameters.Clear();
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue("@" + name, value);
        }

        return command;
    }

    public int Execute(string sql, params ReadOnlySpan<object?> values) => Prepare(sql, values).ExecuteNonQuery();

    public object? Scalar(string sql, params ReadOnlySpan<object?> values) => Prepare(sql, values).ExecuteScalar();

    /// <summary>Runs work in a transaction; what fails leaves nothing behind.</summary>
    public T InTransaction<T>(string begin, Func<T> work)
    {
        Execute(begin);
        try
        {
            var result = work();
            Execute("COMMIT");
            return result;
        }
        catch
        {
            // Some errors (a full disk) have rolled back already; a second one would hide the first.
            if (SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle) == 0)
            {
                Execute("ROLLBACK");
            }

            throw;
        }
    }

    public void Dispose()
    {
        foreach (var command in statements.Values)
        {
            command.Dispose();
        }

        connection.Dispose();
    }

    private SqliteCommand Find(string sql)
    {
        if (statements.TryGetValue(sql, out var command))
        {
            return command;
        }

        if (statements.Count >= MostStatements)
        {
            foreach (var old in statements.Values)
            {
                old.Dispose();
            }

            statements.Clear();
        }

        command = connection.CreateCommand();
        command.CommandText = sql;
        statements.Add(sql, command);
        return command;
    }
}
