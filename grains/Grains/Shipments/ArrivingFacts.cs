using Tracking.Contracts.Facts;
using Tracking.Contracts.Identifiers;

namespace Tracking.Grains.Shipments;

/// <summary>Facts of one request about one shipment.</summary>
/// <param name="Number">The shipment.</param>
/// <param name="Facts">The facts, in their order.</param>
public record struct ArrivingFacts(ShipmentNumber Number, ImmutableArray<Fact> Facts)
{
    /// <summary>What became of them, in the same order; default until they are settled.</summary>
    public ImmutableArray<FactOutcome> Outcomes { get; set; }

    /// <summary>
    /// Whether they are scans that need no more of a shipment than its own state. Corrections may undo a manifest, boxes are
    /// told of what is in them, and pieces hand their facts on: that is the grain's work.
    /// </summary>
    public readonly bool AreOrdinaryScans
    {
        get
        {
            foreach (var fact in Facts)
            {
                if (fact is not Scan { Corrects: null, Packing: null } || fact.Number != Number)
                {
                    return false;
                }
            }

            return true;
        }
    }
}
