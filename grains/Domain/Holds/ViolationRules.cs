using Tracking.Contracts.Holds;
using Tracking.Contracts.Identifiers;
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
    public static ImmutableArray<Violation> Find(
        ShipmentNumber number,
        ImmutableArray<string> pieces,
        ImmutableArray<Hold> holds,
        List<Permit> permits,
        ImmutableArray<FactMark> facts,
        ImmutableArray<OrderedFact> ordered,
        TimeSpan grace)
    {
        if (!holds.Any(h => !h.ByCarrier && h.KnownAt is not null))
        {
            return [];
        }

        var found = ImmutableArray.CreateBuilder<Violation>();
        var arrivedIn = new HashSet<string>(StringComparer.Ordinal);
        var atBorder = false;
        foreach (var fact in ordered)
        {
            ref readonly var mark = ref facts.ItemRef(fact.Index);
            var about = mark.Detail?.Number ?? number.Number;
            if (!mark.IsScan || (about != number.Number && !pieces.Contains(about)))
            {
                continue;
            }

            atBorder |= mark.Status == TransportStatus.AtBorder;
            if (CustomsTerritory.Of(PlaceNames.Country(mark.Place)) is { } territory)
            {
                arrivedIn.Add(territory);
            }

            if (mark.Status.IsMovement())
            {
                foreach (var hold in holds)
                {
                    if (IsBroken(hold, mark, fact, about == number.Number ? null : about, atBorder || arrivedIn.Contains(hold.Territory), permits, grace))
                    {
                        found.Add(new Violation(hold.Id, fact.Key, fact.Time, hold.PlacedAt, hold.KnownAt!.Value));
                    }
                }
            }
        }

        return found.ToImmutable();
    }

    private static bool IsBroken(Hold hold, in FactMark mark, OrderedFact fact, string? piece, bool arrived, List<Permit> permits, TimeSpan grace)
    {
        if (hold.ByCarrier || hold.Nature == HoldNature.Request || hold.KnownAt is not { } known)
        {
            return false;
        }

        var inForce = hold.PlacedAt <= fact.Time && (hold.RemovedAt is not { } removed || fact.Time < removed);
        var delivered = mark.Status.Main() is TransportStatus.OutForDelivery or TransportStatus.Delivered;
        var forbidden = arrived || delivered || hold.Kind == HoldKind.DoNotLoad;
        var covered = piece is null || hold.Pieces.IsEmpty || hold.Pieces.Contains(piece);
        var free = piece is not null && hold.FreedPieces.Contains(piece);
        return inForce && forbidden && covered && !free
            && fact.Time >= known + (long)grace.TotalMicroseconds
            && !permits.Exists(p => p.Authority == hold.Authority && p.Since <= fact.Time && p.Applies(piece));
    }
}
