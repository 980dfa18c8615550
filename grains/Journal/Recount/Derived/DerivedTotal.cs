using Tracking.Journal.Snapshots;

namespace Tracking.Journal.Recount.Derived;

/// <summary>
/// Something kept beside the streams that is compared as a whole: one file each. It is read while the streams are, and
/// compared when all of them are known.
/// </summary>
internal abstract class DerivedTotal
{
    /// <summary>Counts a stream; called from several threads.</summary>
    public virtual void Include(RecountedStream stream)
    {
    }

    /// <summary>Reads what is kept.</summary>
    public abstract Task ReadAsync(SnapshotReader reader, DifferenceLog log, CancellationToken cancellationToken);

    /// <summary>Compares it with what the streams say.</summary>
    public virtual void Compare(DifferenceLog log)
    {
    }
}
