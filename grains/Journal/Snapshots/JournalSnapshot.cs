using System.Data.Common;

namespace Tracking.Journal.Snapshots;

/// <summary>One consistent state of a journal, seen by several readers at once, beside a running system.</summary>
internal sealed class JournalSnapshot : IAsyncDisposable
{
    private readonly IAsyncDisposable? connections;

    private JournalSnapshot(ImmutableArray<SnapshotReader> readers, IAsyncDisposable? connections) =>
        (Readers, this.connections) = (readers, connections);

    public ImmutableArray<SnapshotReader> Readers { get; }

    /// <summary>Opens a snapshot.</summary>
    /// <param name="journal">Where the journal lies.</param>
    /// <param name="readers">For how many readers.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="JournalUnreadableException">There is no journal, or one of another version.</exception>
    /// <exception cref="JournalUnavailableException">The server or the file cannot be used now.</exception>
    public static ValueTask<JournalSnapshot> OpenAsync(JournalOptions journal, int readers, CancellationToken cancellationToken) =>
        UsingAsync(async () =>
        {
            if (journal.Store == JournalOptions.PostgreSql)
            {
                var (shared, connections) = await PostgresSnapshotReader.OpenAsync(journal.Postgres!, readers, cancellationToken);
                return new JournalSnapshot(shared, connections);
            }

            return new JournalSnapshot(SqliteSnapshotReader.Open(journal.Folder!, readers), null);
        });

    /// <summary>Runs work on a store; says that it cannot be reached where that is so.</summary>
    public static async ValueTask<T> UsingAsync<T>(Func<ValueTask<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception error) when (error is DbException or TimeoutException or IOException or System.Net.Sockets.SocketException)
        {
            throw new JournalUnavailableException($"The journal cannot be read now: {error.Message}", error);
        }
    }

    /// <summary>Refuses a journal whose tables are not those that this program knows.</summary>
    /// <param name="store">The folder of the migrations.</param>
    /// <param name="version">The last one that the journal has had.</param>
    public static void CheckVersion(string store, long version)
    {
        var known = EmbeddedSql.Migrations(store)[^1].Version;
        if (version != known)
        {
            throw new JournalUnreadableException(
                $"The journal's tables are of version {version}, this program knows {known}: use the program of the version that last ran on it.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var reader in Readers)
        {
            await reader.DisposeAsync();
        }

        if (connections is not null)
        {
            await connections.DisposeAsync();
        }
    }
}
