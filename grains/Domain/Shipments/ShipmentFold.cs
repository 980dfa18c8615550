using Tracking.Contracts.Facts;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Shipments;
using Tracking.Contracts.Statuses;
using Tracking.Domain.Customs;
using Tracking.Domain.Holds;
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
    private readonly ImmutableArray<FactMark> facts;
    private readonly LinkState links;
    private readonly CustomsBook customs = new();
    private readonly HoldBook holds;
    private readonly List<Permit> permits = [];
    private readonly List<Discrepancy> discrepancies = [];
    private readonly TransportTrack track;
    private readonly RouteTrack route;
    private ManifestDetail? manifest;
    private OrderedFact? manifestAt;
    private string? seller;
    private long lastAt;

    private ShipmentFold(ShipmentNumber number, CarrierRules rules, ImmutableArray<FactMark> facts, LinkState links)
    {
        (this.number, this.rules, this.facts, this.links) = (number, rules, facts, links);
        holds = new HoldBook(number.Carrier);
        track = new TransportTrack(number.Number, rules.ReuseInterval);
        route = new RouteTrack();
    }

    /// <summary>The picture that the facts add up to.</summary>
    /// <param name="number">The shipment's number.</param>
    /// <param name="facts">All facts, in any order.</param>
    /// <param name="links">What pieces answered.</param>
    /// <param name="known">Since when the carrier knows of single holds, by the hold's id.</param>
    /// <param name="rules">What is configured for the carrier.</param>
    public static ShipmentPicture Fold(
        ShipmentNumber number,
        ImmutableArray<FactMark> facts,
        LinkState links,
        ImmutableDictionary<string, long> known,
        CarrierRules rules)
    {
        ArgumentNullException.ThrowIfNull(links);
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(rules);
        return facts.IsDefaultOrEmpty ? ShipmentPicture.Empty : new ShipmentFold(number, rules, facts, links).Run(known);
    }

    private ShipmentPicture Run(ImmutableDictionary<string, long> known)
    {
        var counts = Corrections.Resolve(facts.AsSpan(), out _, out var circles);
        DropDeleted(counts);
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

        foreach (var (time, key) in holds.Unmatched)
        {
            Note(DiscrepancyKind.RemovalWithoutHold, key, time);
        }

        customs.SettleQuantities(PieceCount, Pieces);
        CheckReleasedPieces();
        NoteRefusedLinks();
        return Draw(ordered, known);
    }

    private ImmutableArray<string> Pieces => manifest?.Pieces ?? [];

    private int PieceCount => Math.Max(1, Math.Max(manifest?.PieceCount ?? 0, Pieces.Length));

    // A deletion takes out the decision that it names, whatever their order; one that finds nothing is a discrepancy.
    private void DropDeleted(bool[] counts)
    {
        for (var i = 0; i < facts.Length; i++)
        {
            if (!counts[i] || facts[i].Detail is not DecisionDetail { Decision: { Kind: DecisionKind.Deleted, Deletes: { } id } deletion })
            {
                continue;
            }

            var target = FactKeys.Named(deletion.Source, id);
            var at = facts.AsSpan().IndexOfKey(target);
            if (at >= 0 && facts[at].Detail is DecisionDetail { Decision.Kind: not DecisionKind.Deleted })
            {
                counts[at] = false;
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
    }

    private void Apply(OrderedFact fact)
    {
        ref readonly var mark = ref facts.ItemRef(fact.Index);
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
        route.Scan(mark);
        track.Scan(about, mark.Status, fact);
        if (mark.Customs == CustomsReport.Released && holds.Holds.Exists(h => h.IsOpen && !h.ByCarrier && h.Nature != HoldNature.Request))
        {
            Note(DiscrepancyKind.CarrierSaysReleased, mark.Key, fact.Time);
        }
    }

    private void Apply(Decision decision, OrderedFact fact, string about)
    {
        var pieces = about == number.Number ? decision.Pieces : [about];
        var byCarrier = decision.Source == number.Carrier;
        switch (decision.Kind)
        {
            case DecisionKind.HoldPlaced or DecisionKind.ExamOrdered or DecisionKind.RequestPlaced or DecisionKind.Detained:
                holds.Place(decision, fact.Key, fact.Time, pieces);
                break;
            case DecisionKind.HoldRemoved or DecisionKind.ExamCompleted or DecisionKind.RequestRemoved:
                Note(holds.Remove(decision, fact.Key, fact.Time, pieces), decision.Kind, fact);
                break;
            case DecisionKind.PermitGiven when decision.Permits is { } purpose:
                permits.Add(new Permit(decision.Source, purpose, fact.Time, pieces));
                break;
            case DecisionKind.Released or DecisionKind.Seized or DecisionKind.Excluded or DecisionKind.Abandoned when pieces.IsEmpty && decision.PieceCount is null:
                holds.EndDetentions(decision.Source, fact.Time);
                break;
        }

        if (byCarrier)
        {
            return;
        }

        route.Decision(decision);
        var misfit = customs.Apply(decision, fact.Time, pieces);
        if (misfit != CustomsMisfit.None)
        {
            Note(misfit == CustomsMisfit.AfterSeizure ? DiscrepancyKind.ReleasedAfterSeizure : DiscrepancyKind.EndedWithoutCase, fact.Key, fact.Time);
        }
    }

    private void Note(RemovalFit fit, DecisionKind kind, OrderedFact fact)
    {
        switch (fit)
        {
            case RemovalFit.ByOther:
                Note(DiscrepancyKind.RemovedByOther, fact.Key, fact.Time);
                break;
            case RemovalFit.FindsNothing:
                Note(kind == DecisionKind.ExamCompleted ? DiscrepancyKind.ExamNotOrdered : DiscrepancyKind.RemovalWithoutHold, fact.Key, fact.Time);
                break;
        }
    }

    private void CheckReleasedPieces()
    {
        foreach (var record in customs.Records)
        {
            var unknown = !Pieces.IsEmpty && record.ReleasedPieces.Any(p => !Pieces.Contains(p) && p != number.Number);
            if (unknown || (manifest is not null && record.ReleasedCount > PieceCount))
            {
                var fact = LastRelease(record);
                Note(DiscrepancyKind.ReleaseOfUnknownPieces, fact.Key, fact.OccurredAt);
            }
        }
    }

    // The greatest key among the releases of the record: any fixed choice does, as long as it depends on the set alone.
    private FactMark LastRelease(CustomsRecord record)
    {
        var found = facts[0];
        foreach (var fact in facts)
        {
            if (fact.Detail is DecisionDetail { Decision: { Kind: DecisionKind.Released } decision }
                && CustomsTerritory.Of(decision.Territory) == record.Territory && decision.Procedure == record.Procedure
                && (found.Detail is not DecisionDetail { Decision.Kind: DecisionKind.Released } || found.Key < fact.Key))
            {
                found = fact;
            }
        }

        return found;
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
            Violations = ViolationRules.Find(number, Pieces, held, permits, facts, ordered, rules.Grace),
            Discrepancies = [.. discrepancies],
            Pieces = Pieces,
            PieceStatuses = track.PieceStatuses,
            PieceCount = PieceCount,
            Manifest = manifestAt is { } at ? at with { Index = 0 } : null,
            Origin = manifest?.Origin,
            Destination = manifest?.Destination,
            PortOfEntry = manifest?.PortOfEntry,
            Seller = seller,
            Border = route.Border(manifest, rules.Domestic),
            Departed = route.HasDeparted(manifest),
            ArrivedIn = route.ArrivedIn(manifest),
            Whereabouts = route.Whereabouts(manifest),
            PossiblyReused = track.PossiblyReused,
        };
    }
}
