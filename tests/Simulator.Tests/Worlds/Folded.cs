using Tracking.Contracts.Facts;
using Tracking.Contracts.Identifiers;
using Tracking.Domain.Shipments;

namespace Tracking.Simulator.Tests.Worlds;

/// <summary>Folds facts by the product's own rules, without grains: a piece's facts are handed to its bill.</summary>
internal static class Folded
{
    public static Dictionary<ShipmentNumber, ShipmentState> Of(IEnumerable<Fact> facts)
    {
        var all = facts.ToList();
        var bills = all.OfType<Manifest>()
            .SelectMany(manifest => manifest.Pieces.Select(piece => (Piece: manifest.Number.Sibling(piece), Bill: manifest.Number)))
            .DistinctBy(link => link.Piece)
            .ToDictionary(link => link.Piece, link => link.Bill);
        return all
            .GroupBy(fact => bills.GetValueOrDefault(fact.Number, fact.Number))
            .ToDictionary(shipment => shipment.Key, shipment => Fold(shipment.Key, [.. shipment]));
    }

    private static ShipmentState Fold(ShipmentNumber number, System.Collections.Immutable.ImmutableArray<Fact> facts)
    {
        var state = ShipmentState.Empty(number, CarrierRules.Default);
        var decision = ReceiveRules.Decide(state, facts);
        Assert.DoesNotContain(decision.Outcomes, outcome => outcome.Result == FactResult.Rejected);
        return state.After(decision.Events);
    }
}
