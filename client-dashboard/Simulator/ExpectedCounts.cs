namespace Tracking.Simulator;

/// <summary>What must be counted once every fact of the world has arrived, in whatever order and however often.</summary>
public sealed record ExpectedCounts
{
    /// <summary>Shipments.</summary>
    public long Shipments { get; internal set; }

    /// <summary>Accepted by the carrier and not delivered, returned, cancelled or destroyed.</summary>
    public long InTransit { get; internal set; }

    /// <summary>Delivered.</summary>
    public long Delivered { get; internal set; }

    /// <summary>Returned to the shipper.</summary>
    public long Returned { get; internal set; }

    /// <summary>Cancelled.</summary>
    public long Cancelled { get; internal set; }

    /// <summary>Destroyed.</summary>
    public long Destroyed { get; internal set; }

    /// <summary>With at least one open hold.</summary>
    public long Held { get; internal set; }

    /// <summary>Seized or forfeited.</summary>
    public long Seized { get; internal set; }

    /// <summary>Released at import and without open hold.</summary>
    public long Released { get; internal set; }

    /// <summary>Scans of moves under a hold that the carrier knew, beyond its grace.</summary>
    public long Violations { get; internal set; }
}
