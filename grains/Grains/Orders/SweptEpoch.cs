namespace Tracking.Grains.Orders;

/// <summary>The epoch up to which this silo has written orders into the streams of the shipments that live on it; told to others with the lease.</summary>
internal sealed class SweptEpoch
{
    // Nothing is to do before the orders are read.
    private long epoch = long.MaxValue;

    /// <summary>The epoch.</summary>
    public long Epoch => Volatile.Read(ref epoch);

    /// <summary>All up to an epoch is written. A silo that starts has no shipments yet, and begins with the last one.</summary>
    /// <param name="at">The epoch.</param>
    public void Reach(long at) => Volatile.Write(ref epoch, at);
}
