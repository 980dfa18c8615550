using System.Data.Common;
using Microsoft.Data.Sqlite;
using Tracking.Journal.Sqlite;

namespace Tracking.Journal.Snapshots;

/// <summary>A connection whose transaction sees the state of the moment in which all of them were opened. It blocks its thread.</summary>
internal sealed class SqliteSnapshotReader : SnapshotReader
{
    private readonly SqliteSession session;

    private SqliteSnapshotReader(string file) => session = new SqliteSession(file, readOnly: true);

    public override string FeedColumns => "e.seq, 0";

    // The outbox does not say of which transaction a message is.
    public override string MessageWithoutEvents => "0";

    public static ImmutableArray<SnapshotReader> Open(string folder, int readers)
    {
        var file = Path.Combine(folder, SqliteStore.FileName);
        if (!File.Exists(file))
        {
            throw new JournalUnreadableException($"There is no {SqliteStore.FileName} in '{folder}': give the folder that Journal:Folder names.");
        }

        var opened = ImmutableArray.CreateBuilder<SnapshotReader>(readers);
        try
        {
            // Nobody can commit while this one has the write lock, for the moment that the others take to begin.
            using var gate = new SqliteSession(file, readOnly: false);
            gate.Execute("BEGIN IMMEDIATE");
            CheckVersion(gate);
            while (opened.Count < readers)
            {
                var reader = new SqliteSnapshotReader(file);
                opened.Add(reader);
                reader.Begin();
            }

            gate.Execute("ROLLBACK");
            return opened.ToImmutable();
        }
        catch
        {
            foreach (var reader in opened.Cast<SqliteSnapshotReader>())
            {
                reader.session.Dispose();
            }

            throw;
        }
    }

    public override ValueTask<DbDataReader> QueryAsync(string sql, object[] values, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new(session.Prepare(sql, values).ExecuteReader());
    }

    public override ValueTask<FeedPage> ReadFeedAsync(FeedCursor after, bool notableOnly, int max, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new(SqliteFeed.Read(session, FeedPosition.Read(after, Epoch), notableOnly, max));
    }

    public override object Key(Guid key) => key.Bytes();

    public override Guid Key(DbDataReader row, int column) => ((SqliteDataReader)row).Key(column);

    public override (ulong Major, int Minor) Place(DbDataReader row, int column) => ((ulong)row.GetInt64(column), row.GetInt32(column + 1));

    public override string Flag(string condition) => condition;

    public override ValueTask DisposeAsync()
    {
        session.Dispose();
        return ValueTask.CompletedTask;
    }

    // The first read fixes the state that a transaction sees.
    private void Begin()
    {
        session.Execute("BEGIN");
        Epoch = new Guid((byte[])session.Scalar("SELECT epoch FROM meta")!, bigEndian: true);
    }

    private static void CheckVersion(SqliteSession session)
    {
        if (session.Scalar("SELECT 1 FROM sqlite_master WHERE name = 'schema_versions'") is null)
        {
            throw new JournalUnreadableException("The file holds no journal: give the folder that Journal:Folder names.");
        }

        JournalSnapshot.CheckVersion("Sqlite", (long)session.Scalar("SELECT coalesce(max(version), 0) FROM schema_versions")!);
    }
}
