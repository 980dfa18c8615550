using Orleans.Runtime;
using Orleans.Runtime.Placement;

namespace Tracking.Grains.Shipments.Homes;

/// <summary>
/// Where a shipment that sleeps wakes: at the silo that its number and the silo's address say together, so that everybody
/// knows without asking. Of a silo that comes or goes only its own share moves.
/// </summary>
internal sealed class ShipmentHomes : IPlacementDirector
{
    public static GrainType GrainType { get; } = GrainType.Create("shipment");

    /// <inheritdoc/>
    public Task<SiloAddress> OnAddActivation(PlacementStrategy strategy, PlacementTarget target, IPlacementContext context)
    {
        var silos = context.GetCompatibleSilos(target);
        return Task.FromResult(IPlacementDirector.GetPlacementHint(target.RequestContextData, silos) ?? Of(target.GrainIdentity, silos));
    }

    /// <summary>The silo of a shipment: the one with the highest hash together with it.</summary>
    /// <param name="shipment">The grain.</param>
    /// <param name="silos">Silos that are there; at least one.</param>
    public static SiloAddress Of(GrainId shipment, IReadOnlyList<SiloAddress> silos)
    {
        var hash = shipment.GetUniformHashCode();
        var (home, highest) = (silos[0], 0UL);
        foreach (var silo in silos)
        {
            var weight = Mix(((ulong)hash << 32) | (uint)silo.GetConsistentHashCode());
            if (weight >= highest)
            {
                (home, highest) = (silo, weight);
            }
        }

        return home;
    }

    // Each bit of the hashes moves each bit of the weight (the finaliser of SplitMix64).
    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
