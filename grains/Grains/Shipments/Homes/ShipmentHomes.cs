using System.Buffers.Binary;
using System.IO.Hashing;
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
            var weight = Weight(hash, silo);
            if (weight >= highest)
            {
                (home, highest) = (silo, weight);
            }
        }

        return home;
    }

    private static ulong Weight(uint shipment, SiloAddress silo)
    {
        Span<byte> both = stackalloc byte[2 * sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(both, shipment);
        BinaryPrimitives.WriteInt32LittleEndian(both[sizeof(uint)..], silo.GetConsistentHashCode());
        return XxHash3.HashToUInt64(both);
    }
}
