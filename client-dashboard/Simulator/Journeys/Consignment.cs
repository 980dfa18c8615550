using System.Collections.Immutable;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Identifiers;
using Tracking.Simulator.Carriers;
using Tracking.Simulator.Places;
using Tracking.Simulator.Sellers;

namespace Tracking.Simulator.Journeys;

/// <summary>What is sent: one bill with its pieces.</summary>
internal sealed record Consignment
{
    public required long Serial { get; init; }

    public required CarrierHabits Carrier { get; init; }

    public required Lane Lane { get; init; }

    public required Town Town { get; init; }

    public required ShipmentNumber Bill { get; init; }

    /// <summary>Numbers of the pieces; empty where the carrier does not number them or there is one.</summary>
    public required ImmutableArray<string> Pieces { get; init; }

    public required int PieceCount { get; init; }

    public required ImmutableArray<GoodsLine> Goods { get; init; }

    public required decimal WeightKg { get; init; }

    public required SellerAccount Seller { get; init; }

    public required bool Counterfeit { get; init; }

    /// <summary>When it was ordered, in the real world's hours since the start.</summary>
    public required TimeSpan OrderedAt { get; init; }
}
