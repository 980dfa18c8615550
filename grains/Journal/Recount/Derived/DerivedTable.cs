using Tracking.Journal.Snapshots;

namespace Tracking.Journal.Recount.Derived;

/// <summary>
/// A table with rows per stream that follow from the stream's events: one file each. A new one says its name, its columns
/// and the rows of a stream, and is added there.
/// </summary>
internal abstract class DerivedTable
{
    /// <summary>Those that follow from the events alone, the heads first.</summary>
    private static readonly ImmutableArray<DerivedTable> Always = [HeadTable.Instance, new ListingTable(), new StageTable(), new OpenHoldTable()];

    private static readonly ImmutableArray<DerivedTable> WithLaw = [.. Always, new DeadlineTable()];

    /// <summary>All of them, the heads first.</summary>
    /// <param name="withLaw">Whether it is known by which law deadlines were counted.</param>
    public static ImmutableArray<DerivedTable> All(bool withLaw) => withLaw ? WithLaw : Always;

    /// <summary>The table's name.</summary>
    public abstract string Name { get; }

    /// <summary>The columns that are compared.</summary>
    public abstract ImmutableArray<Column> Columns { get; }

    /// <summary>What else than the stream orders the rows of one stream.</summary>
    public virtual string? Order => null;

    /// <summary>The rows that a stream must have, in that order.</summary>
    public abstract IEnumerable<Cell[]> RowsOf(RecountedStream stream);

    /// <summary>A condition that lets the store find a range of streams by an index that does not begin with the stream.</summary>
    public virtual ValueTask<string> PrepareAsync(SnapshotReader reader, CancellationToken cancellationToken) => new("");
}
