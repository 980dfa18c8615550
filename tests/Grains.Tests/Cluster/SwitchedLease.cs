using Tracking.Grains.Leases;

namespace Tracking.Grains.Tests.Cluster;

/// <summary>Takes the lease away from all silos at the flick of a switch, as a pause of the process does.</summary>
internal sealed class SwitchedLease
{
    public bool Taken { get; set; }

    public ISiloLease Over(ISiloLease real) => new Lease(this, real);

    private sealed class Lease(SwitchedLease owner, ISiloLease real) : ISiloLease
    {
        public bool IsValid => !owner.Taken && real.IsValid;
    }
}
