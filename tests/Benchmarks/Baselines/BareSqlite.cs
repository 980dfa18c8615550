using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Tracking.Benchmarks.Baselines;

/// <summary>Baseline 'bare': the rows of the journal's events, by one prepared insert in batches of 1,000, each commit on the disk.</summary>
internal static class BareSqlite
{
    private const int Batch = 1_000;

    // As the journal lays it.
    private const string Table =
        """
        PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 32000; PRAGMA cache_size = -131072;
        CREATE TABLE events (seq INTEGER PRIMARY KEY, stream BLOB NOT NULL, version INTEGER NOT NULL, type INTEGER NOT NULL,
          notable INTEGER NOT NULL, append_id BLOB NOT NULL, payload BLOB NOT NULL, UNIQUE (stream, version)) STRICT;
        CREATE INDEX events_notable ON events (seq) WHERE notable
        """;

    /// <summary>Rows a second.</summary>
    public static double Measure(string folder, TimeSpan length)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "bare.db"), Pooling = false }.ConnectionString);
        connection.Open();
        using (var lay = connection.CreateCommand())
        {
            lay.CommandText = Table;
            lay.ExecuteNonQuery();
        }

        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO events (stream, version, type, notable, append_id, payload) VALUES (@stream, 1, 1, 0, @append, @payload)";
        var (stream, append) = (insert.Parameters.Add("@stream", SqliteType.Blob), insert.Parameters.Add("@append", SqliteType.Blob));
        insert.Parameters.Add("@payload", SqliteType.Blob).Value = new byte[186];
        var (watch, rows) = (Stopwatch.StartNew(), 0L);
        for (; watch.Elapsed < length; rows += Batch)
        {
            using var transaction = connection.BeginTransaction();
            insert.Transaction = transaction;
            for (var i = 0; i < Batch; i++)
            {
                (stream.Value, append.Value) = (NewId(), NewId());
                insert.ExecuteNonQuery();
            }

            transaction.Commit();
        }

        return rows / watch.Elapsed.TotalSeconds;
    }

    private static byte[] NewId() => Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToByteArray(bigEndian: true);
}
