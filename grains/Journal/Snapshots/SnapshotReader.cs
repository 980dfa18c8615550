using System.Data.Common;

namespace Tracking.Journal.Snapshots;

/// <summary>One of several readers of one consistent state of the journal. Used by one caller at a time.</summary>
internal abstract class SnapshotReader : IAsyncDisposable
{
    /// <summary>The journal's epoch.</summary>
    public Guid Epoch { get; protected set; }

    /// <summary>Events of transactions or rows from here on need not be in the feed yet.</summary>
    public ulong FeedEnd { get; protected set; } = ulong.MaxValue;

    /// <summary>The two columns of an event's place in the feed, of a table named e.</summary>
    public abstract string FeedColumns { get; }

    /// <summary>A condition on a message o of the outbox: it was written without events.</summary>
    public abstract string MessageWithoutEvents { get; }

    /// <summary>Runs a statement; parameters are named @p0, @p1 and so on. The answer is disposed before the next one.</summary>
    public abstract ValueTask<DbDataReader> QueryAsync(string sql, object[] values, CancellationToken cancellationToken);

    /// <summary>A page of the feed as its readers get it.</summary>
    public abstract ValueTask<FeedPage> ReadFeedAsync(FeedCursor after, bool notableOnly, int max, CancellationToken cancellationToken);

    /// <summary>A UUID as a parameter.</summary>
    public abstract object Key(Guid key);

    /// <summary>A UUID of a row.</summary>
    public abstract Guid Key(DbDataReader row, int column);

    /// <summary>The two columns of <see cref="FeedColumns"/>.</summary>
    public abstract (ulong Major, int Minor) Place(DbDataReader row, int column);

    /// <summary>A condition as the number 1 or 0.</summary>
    public abstract string Flag(string condition);

    public abstract ValueTask DisposeAsync();

    /// <summary>The first column of the only row.</summary>
    public async ValueTask<long> NumberAsync(string sql, CancellationToken cancellationToken)
    {
        await using var rows = await QueryAsync(sql, [], cancellationToken);
        return await rows.ReadAsync(cancellationToken) && !rows.IsDBNull(0) ? rows.GetInt64(0) : 0;
    }
}
