using Orleans.Runtime;
using Orleans.Runtime.Placement;

namespace Tracking.Grains.Tests.Cluster;

/// <summary>Places every grain on the silo that is asked: with a directory that forgets, each silo gets its own activation.</summary>
[GenerateSerializer]
public sealed class PlaceHereStrategy : PlacementStrategy;

internal sealed class PlaceHere : IPlacementDirector
{
    public Task<SiloAddress> OnAddActivation(PlacementStrategy strategy, PlacementTarget target, IPlacementContext context) =>
        Task.FromResult(context.LocalSilo);
}
