using Tracking.Contracts.Facts;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Shipments;
using Tracking.Contracts.Statuses;
using Tracking.Domain.Consolidations;
using Tracking.Domain.Customs;
using Tracking.Domain.Holds;
using Tracking.Domain.Orders;
using Tracking.Domain.Routes;

namespace Tracking.Domain.Shipments;

/// <summary>
/// Folds the set of facts about a shipment into its picture. Always from the beginning: a shipment has some dozens of
/// facts, a fold costs about a microsecond, and nothing can depend on the order of arrival.
/// </summary>
public sealed class ShipmentFold
{
    private readonly ShipmentNumber number;
    private readonly CarrierRules rules;
    private readonly FactMarks facts;
    private readonly LinkState links;
    private readonly CustomsBook customs = new();
    private readonly HoldBook holds;
    private readonly List<Permit> permits = [];
    private readonly List<CountedDecision> decisions = [];
    private readonly List<Discrepancy> discrepancies = [];
    private readonly TransportTrack track;
    private readonly BoxTrack boxes = new();
    private RouteTrack route = RouteTrack.Start;
    private ManifestDetail? manifest;
    private OrderedFact? manifestAt;
    private readonly Dictionary<string, (DispatchDetail Detail, OrderedFact Fact)> sellers = new(StringComparer.Ordinal);
    private string? seller;
    private long lastAt;

    private ShipmentFold(ShipmentNumber number, CarrierRules rules, FactMarks facts, LinkState links)
    {
        (this.number, this.rules, this.facts, this.links) = (number, rules, facts, links);
        holds = new HoldBook(number.Carrier);
        track = new TransportTrack(number.Number, rules.ReuseInterval);
    }

    /// <summary>The picture that the facts add up to.</summary>
    /// <param name="number">The shipment's number.</param>
    /// <param name="facts">All facts, in any order.</param>
    /// <param name="links">What pieces answered.</param>
    /// <param name="known">Since when the carrier knows of single holds, by the hold's id.</param>
    /// <param name="orders">What the stream says of standing orders.</param>
    /// <param name="rules">What is configured for the carrier.</param>
    internal static Folded Fold(
        ShipmentNumber number,
        FactMarks facts,
        LinkState links,
        ImmutableDictionary<string, long> known,
        ImmutableDictionary<string, OrderMark> orders,
        CarrierRules rules)
    {
        ArgumentNullException.ThrowIfNull(links);
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(rules);
        return facts.IsEmpty ? new Folded(ShipmentPicture.Empty, null) : new ShipmentFold(number, rules, facts, links).Run(known, orders);
    }

    private Folded Run(ImmutableDictionary<string, long> known, ImmutableDictionary<string, OrderMark> orders)
    {
        var counts = Corrections.Resolve(facts.AsSpan(), out var replacedBy, out var circles);
        DropDeleted(counts, replacedBy);
        var ordered = FactOrder.Sort(facts.AsSpan(), counts);
        FindManifest(ordered);
        foreach (var fact in ordered)
        {
            Apply(fact);
        }

        foreach (var circle in circles)
        {
            Note(DiscrepancyKind.CorrectionCircle, facts[circle].Key, facts[circle].OccurredAt);
        }

        foreach (var pending in holds.Unmatched)
        {
            Note(pending.SeenAtOther ? RemovalFit.ByOther : RemovalFit.FindsNothing, pending.Kind, pending.Key, pending.Time);
        }

        NoteRefusedLinks();
        NoteSellers();
        PlaceOrders(orders);
        return new Folded(Draw(ordered, known), TrailOf(ordered, corrected: replacedBy.Length > 0));
    }

    // What a correction, a hold or a piece could change about a later scan is not followed: then all is folded anew.
    private Trail? TrailOf(ImmutableArray<OrderedFact> ordered, bool corrected) =>
        corrected || ordered.IsEmpty || !Pieces.IsEmpty || holds.Holds.Count > 0 || !boxes.IsEmpty ? null : new Trail(track.Journey, route, ordered[^1]);

    // After the last fact: no decision lifts what a standing order holds.
    private void PlaceOrders(ImmutableDictionary<string, OrderMark> orders)
    {
        if (!orders.IsEmpty)
        {
            var territory = CustomsTerritory.Of(manifest?.Destination) ?? "";
            holds.Holds.AddRange(orders.Values.Select(mark => mark.ToHold(territory)).OrderBy(h => h.PlacedAt).ThenBy(h => h.Id, StringComparer.Ordinal));
        }
    }

    // The last manifest and the last dispatch of each marketplace.
    private ShipmentFeatures Features()
    {
        if (manifest is null && sellers.Count == 0)
        {
            return ShipmentFeatures.None;
        }

        var dispatches = sellers.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => s.Value.Detail.Features);
        return ShipmentFeatures.Join([.. manifest is null ? dispatches : dispatches.Prepend(manifest.Features)]);
    }

    private ImmutableArray<string> Pieces => manifest?.Pieces ?? [];

    private int PieceCount => Math.Max(1, Math.Max(manifest?.PieceCount ?? 0, Pieces.Length));

    // A deletion takes out the decision that it names and what replaced it, whatever their order; one that finds nothing is a discrepancy.
    private void DropDeleted(bool[] counts, int[] replacedBy)
    {
        for (var i = 0; i < facts.Length; i++)
        {
            if (!counts[i] || facts[i].Detail is not DecisionDetail { Decision: { Kind: DecisionKind.Deleted, Deletes: { } id } deletion })
            {
                continue;
            }

            var at = facts.IndexOf(FactKeys.OfId(deletion.Source, id));
            if (at >= 0 && facts[at].Detail is DecisionDetail { Decision.Kind: not DecisionKind.Deleted })
            {
                // Corrections may run in a circle: no chain is longer than the set. A deletion is never deleted: what it
                // takes out would depend on which of the two is looked at first.
                for (var step = 0; at >= 0 && step < facts.Length; step++)
                {
                    counts[at] &= facts[at].Detail is DecisionDetail { Decision.Kind: DecisionKind.Deleted };
                    at = replacedBy.Length > 0 ? replacedBy[at] : -1;
                }
            }
            else
            {
                Note(DiscrepancyKind.DeletionWithoutDecision, facts[i].Key, facts[i].OccurredAt);
            }
        }
    }

    // The manifest decides which numbers are pieces, so it is known before the first scan is folded. The last one counts.
    private void FindManifest(ImmutableArray<OrderedFact> ordered)
    {
        foreach (var fact in ordered)
        {
            if (facts[fact.Index].Detail is ManifestDetail detail && detail.Number == number.Number)
            {
                (manifest, manifestAt) = (detail, fact);
            }
        }

        track.SetPieces(Pieces, PieceCount);
        holds.SetPieces(Pieces, PieceCount);
        customs.SetPieces(Pieces, PieceCount, manifest is not null);
    }

    private void Apply(OrderedFact fact)
    {
        ref readonly var mark = ref facts[fact.Index];
        var about = mark.Detail?.Number ?? number.Number;
        if (about != number.Number && (!Pieces.Contains(about) || links.IsElsewhere(about)))
        {
            return;
        }

        lastAt = fact.Time;
        if (FactOrder.IsInFuture(mark))
        {
            Note(DiscrepancyKind.TimeInFuture, mark.Key, fact.Time);
        }

        switch (mark.Detail)
        {
            case ManifestDetail:
                track.Begin(fact.Time);
                break;
            case DispatchDetail detail:
                sellers[detail.Marketplace] = (detail, fact);
                seller = detail.Seller;
                break;
            case DecisionDetail detail:
                Apply(detail.Decision, fact, about);
                break;
            default:
                ApplyScan(mark, fact, about);
                break;
        }
    }

    private void ApplyScan(in FactMark mark, OrderedFact fact, string about)
    {
        route = route.After(mark);
        track.Scan(about, mark.Status, fact);
        Pack(mark, fact.Time, about == number.Number ? null : about);
        if (mark.Customs == CustomsReport.Released && holds.Holds.Exists(h => h.IsOpen && !h.ByCarrier && h.Nature != HoldNature.Request))
        {
            Note(DiscrepancyKind.CarrierSaysReleased, mark.Key, fact.Time);
        }
    }

    private void Pack(in FactMark mark, long at, string? piece)
    {
        if (mark.Detail is ScanDetail { Packing: { } packing })
        {
            boxes.Pack(piece, packing, at);
        }
        else if (!boxes.IsEmpty && mark.Status.IsTerminal())
        {
            boxes.End(piece, at);
        }
    }

    private void Apply(Decision decision, OrderedFact fact, string about)
    {
        decisions.Add(new CountedDecision(decision, fact.Key, fact.Time));
        var pieces = PiecesOf(decision, about);
        var byCarrier = decision.Source == number.Carrier;
        switch (decision.Kind)
        {
            case DecisionKind.HoldPlaced or DecisionKind.ExamOrdered or DecisionKind.RequestPlaced or DecisionKind.Detained:
                holds.Place(decision, fact.Key, fact.Time, pieces);
                break;
            case DecisionKind.HoldRemoved or DecisionKind.ExamCompleted or DecisionKind.RequestRemoved:
                Note(holds.Remove(decision, fact.Key, fact.Time, pieces), decision.Kind, fact.Key, fact.Time);
                break;
            // A carrier cannot permit itself what an authority forbids.
            case DecisionKind.PermitGiven when decision.Permits is { } purpose && !byCarrier:
                permits.Add(new Permit(decision.Source, purpose, fact.Time, pieces));
                break;
        }

        var released = false;
        if (!byCarrier)
        {
            route = route.After(decision);
            Note(customs.Apply(decision, fact.Time, pieces, out released), fact);
        }

        if (EndsDetention(decision.Kind))
        {
            var whole = released || (pieces.IsEmpty && decision.PieceCount is null);
            Note(holds.EndDetentions(decision, fact.Time, pieces, whole), decision.Kind, fact.Key, fact.Time);
        }
        else if (decision.Kind is DecisionKind.HoldRemoved or DecisionKind.Detained)
        {
            customs.EndDetentions(holds.IsDetained, decision.Source, fact.Time);
        }
    }

    private static bool EndsDetention(DecisionKind kind) =>
        kind is DecisionKind.Released or DecisionKind.Seized or DecisionKind.Excluded or DecisionKind.Abandoned or DecisionKind.Exported or DecisionKind.Destroyed;

    // The bill's own number where a piece is asked for means the whole, unless the manifest says that it is a piece as well.
    private ImmutableArray<string> PiecesOf(Decision decision, string about)
    {
        if (about != number.Number)
        {
            return [about];
        }

        return decision.Pieces.Contains(about) && !Pieces.Contains(about) ? [] : decision.Pieces;
    }

    private void Note(CustomsMisfit misfit, OrderedFact fact)
    {
        DiscrepancyKind? kind = misfit switch
        {
            CustomsMisfit.AfterSeizure => DiscrepancyKind.ReleasedAfterSeizure,
            CustomsMisfit.AfterAbandonment => DiscrepancyKind.ReleasedAfterAbandonment,
            CustomsMisfit.WithoutCase => DiscrepancyKind.EndedWithoutCase,
            CustomsMisfit.UnknownPieces => DiscrepancyKind.ReleaseOfUnknownPieces,
            _ => null,
        };
        if (kind is { } found)
        {
            Note(found, fact.Key, fact.Time);
        }
    }

    private void Note(RemovalFit fit, DecisionKind kind, UInt128 fact, long at)
    {
        switch (fit)
        {
            case RemovalFit.ByOther:
                Note(DiscrepancyKind.RemovedByOther, fact, at);
                break;
            case RemovalFit.FindsNothing:
                Note(kind == DecisionKind.ExamCompleted ? DiscrepancyKind.ExamNotOrdered : DiscrepancyKind.RemovalWithoutHold, fact, at);
                break;
        }
    }

    // One marketplace may change its mind; two that disagree are a matter for a person.
    private void NoteSellers()
    {
        if (sellers.Count > 1)
        {
            var last = sellers.Values.Max(s => s.Fact);
            Note(DiscrepancyKind.SellersDiffer, last.Key, last.Time);
        }
    }

    private void NoteRefusedLinks()
    {
        if (manifestAt is not { } at)
        {
            return;
        }

        foreach (var _ in Pieces.Where(links.IsElsewhere))
        {
            Note(DiscrepancyKind.PieceElsewhere, at.Key, at.Time);
        }
    }

    private void Note(DiscrepancyKind kind, UInt128 fact, long at) => discrepancies.Add(new Discrepancy(kind, fact, at));

    private ShipmentPicture Draw(ImmutableArray<OrderedFact> ordered, ImmutableDictionary<string, long> known)
    {
        var held = Knowledge.Of(number.Carrier, holds.Holds, facts, ordered, known);
        discrepancies.Sort((a, b) => (a.At, a.Kind, a.Fact).CompareTo((b.At, b.Kind, b.Fact)));
        return new ShipmentPicture
        {
            Status = track.Status,
            StatusSince = track.Since,
            LastPlace = route.LastPlace,
            LastAt = lastAt,
            Customs = customs.Records,
            Holds = held,
            Permits = [.. permits],
            Decisions = [.. decisions],
            Violations = ViolationRules.Find(new ViolationRules.Shipment(number.Number, [.. Pieces.Where(p => !links.IsElsewhere(p))], CustomsTerritory.Of(manifest?.Destination), rules.Grace), held, permits, facts, ordered),
            Discrepancies = [.. discrepancies],
            Pieces = Pieces,
            PieceStatuses = track.PieceStatuses,
            PieceCount = PieceCount,
            Manifest = manifestAt is { } at ? at with { Index = 0 } : null,
            Origin = manifest?.Origin,
            Destination = manifest?.Destination,
            PortOfEntry = manifest?.PortOfEntry,
            Seller = seller,
            Features = Features(),
            Border = route.Border(manifest?.Origin, manifest?.Destination, rules.Domestic),
            Departed = route.HasDeparted(manifest?.Origin),
            ArrivedIn = route.ArrivedIn(manifest?.Destination),
            Whereabouts = route.Whereabouts(manifest?.Destination),
            PossiblyReused = track.PossiblyReused,
            Boxes = boxes.Stays,
        };
    }
}
