namespace Tracking.Grains.Leases;

/// <summary>Whether this silo may still answer 'go'. A silo that was paused or cut off has lost its lease before others take over.</summary>
public interface ISiloLease
{
    /// <summary>Whether the lease is valid now, by this process' monotonic clock.</summary>
    bool IsValid { get; }
}
