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
}
