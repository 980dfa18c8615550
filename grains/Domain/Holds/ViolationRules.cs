using Tracking.Contracts.Clearance;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Holds;
using Tracking.Contracts.Statuses;
using Tracking.Domain.Routes;
using Tracking.Domain.Shipments;

namespace Tracking.Domain.Holds;

/// <summary>
/// Finds moves under hold: a scan that moves the parcel while an authority's hold was in force and known to the carrier
/// for longer than its grace, without a permit of that authority. Before arrival only do-not-load forbids to load and depart.
/// </summary>
internal static class ViolationRules
{
    public static ImmutableArray<Violation> Find(Shipment shipment, ImmutableArray<Hold> holds, List<Permit> permits, FactMarks facts, ImmutableArray<OrderedFact> ordered)
    {
        if (!holds.Any(h => !h.ByCarrier && h.KnownAt is not null))
        {
            return [];
        }

        var found = ImmutableArray.CreateBuilder<Violation>();
        var arrivedIn = new HashSet<string>(StringComparer.Ordinal);
        foreach (var fact in ordered)
        {
            ref readonly var mark = ref facts[fact.Index];
            var about = mark.Detail?.Number ?? shipment.Number;
            if (about != shipment.Number && !shipment.Pieces.Contains(about))
            {
                continue;
            }

            if (ArrivalOf(mark, shipment) is { } territory)
            {
                arrivedIn.Add(territory);
            }

            if (!mark.IsScan || !mark.Status.IsMovement())
            {
                continue;
            }

            var move = new Move(fact, mark.Status, about == shipment.Number ? null : about);
            foreach (var hold in holds)
            {
                if (IsBroken(hold, move, arrivedIn.Contains(hold.Territory), permits, shipment.Grace))
                {
                    found.Add(new Violation(hold.Id, fact.Key, fact.Time, hold.PlacedAt, hold.KnownAt!.Value));
                }
            }
        }

        return found.ToImmutable();
    }

    // Customs says presented, or a scan names a place; at the border or in delivery without a place means the destination.
    private static string? ArrivalOf(in FactMark mark, Shipment shipment)
    {
        if (mark.Detail is DecisionDetail { Decision: { Kind: DecisionKind.Presented } decision })
        {
            return decision.Procedure == CustomsProcedure.Export ? null : CustomsTerritory.Of(decision.Territory);
        }

        var within = mark.Status == TransportStatus.AtBorder || mark.Status.Main() is TransportStatus.OutForDelivery or TransportStatus.Delivered;
        return CustomsTerritory.Of(PlaceNames.Country(mark.Place)) ?? (within ? shipment.Destination : null);
    }

    private static bool IsBroken(Hold hold, in Move move, bool arrived, List<Permit> permits, TimeSpan grace)
    {
        if (hold.ByCarrier || !hold.IsCounted || hold.KnownAt is not { } known)
        {
            return false;
        }

        var (time, piece) = (move.Fact.Time, move.Piece);
        var inForce = hold.PlacedAt <= time && (hold.RemovedAt is not { } removed || time < removed);
        var delivers = move.Status.Main() is TransportStatus.OutForDelivery or TransportStatus.Delivered;
        var forbidden = arrived || delivers || hold.Kind == HoldKind.DoNotLoad;
        var covered = piece is null || hold.Pieces.IsEmpty || hold.Pieces.Contains(piece);
        var free = piece is not null && hold.HasFreed(piece, time);

        // To the cage, the exam station or in bond is not to the consignee.
        return inForce && forbidden && covered && !free
            && time >= known + (long)grace.TotalMicroseconds
            && !permits.Exists(p => p.Authority == hold.Authority && p.Since <= time && p.Applies(piece) && (!delivers || p.Purpose == ClearancePurpose.Leave));
    }

    /// <summary>What a move is judged by.</summary>
    /// <param name="Number">The bill's number.</param>
    /// <param name="Pieces">Its pieces, without those that belong elsewhere.</param>
    /// <param name="Destination">Territory of the destination, as far as known.</param>
    /// <param name="Grace">The carrier's grace.</param>
    internal sealed record Shipment(string Number, ImmutableArray<string> Pieces, string? Destination, TimeSpan Grace);

    private readonly record struct Move(OrderedFact Fact, TransportStatus Status, string? Piece);
}
