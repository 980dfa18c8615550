using Tracking.Contracts.Access;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Shipments;
using Tracking.Contracts.Orders;
using Tracking.Domain.Cases;
using Tracking.Domain.Clocks;
using Tracking.Domain.Holds;
using Tracking.Domain.Notices;
using Tracking.Domain.Orders;
using Tracking.Domain.Shipments.Events;

namespace Tracking.Domain.Shipments;

/// <summary>Puts a shipment's state and the texts of its events into what people and partners read.</summary>
public static class ViewRules
{
    /// <summary>The view of a shipment.</summary>
    /// <param name="state">Its state, folded from <paramref name="events"/>.</param>
    /// <param name="events">All its events.</param>
    /// <param name="life">Which use of the number.</param>
    /// <param name="parties">Details of parties by reference, as far as the reader may see them.</param>
    /// <param name="showRestricted">Whether restricted reasons are shown.</param>
    public static ShipmentView Of(
        ShipmentState state,
        ImmutableArray<ShipmentEvent> events,
        int life,
        IReadOnlyDictionary<string, PartyDetails> parties,
        bool showRestricted)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(parties);
        var picture = state.Picture;
        var ids = events.OfType<FactEvent>().DistinctBy(e => FactKeys.Of(e.Fact)).ToDictionary(e => FactKeys.Of(e.Fact), e => FactKeys.IdOf(e.Fact));
        var facts = events.OfType<FactEvent>().Select(e => e.Fact).ToList();
        var manifest = picture.Manifest is { } at ? facts.OfType<Manifest>().FirstOrDefault(m => FactKeys.Of(m) == at.Key) : null;
        var dispatch = facts.OfType<Dispatch>().LastOrDefault(d => d.Seller.ToString() == picture.Seller);
        return new ShipmentView
        {
            Carrier = state.Number.Carrier,
            Number = state.Number.Number,
            Life = life,
            Version = state.Version,
            Status = picture.Status,
            StatusSince = picture.StatusSince is { } since ? Time(since) : null,
            LastPlace = facts.OfType<Scan>().LastOrDefault(s => s.Place?.ToString() == picture.LastPlace)?.Place,
            Customs = [.. picture.Customs.Select(c => new CustomsView(c.Territory, c.Procedure, c.Status, Time(c.Since), Released(c.ReleasedCount + c.ReleasedPieces.Length)))],
            Holds = [.. picture.Holds.Where(h => h.IsCounted).OrderBy(h => h.IsOpen ? 0 : 1).Select(h => Row(h, showRestricted))],
            Requests = [.. picture.Holds.Where(h => !h.IsCounted && h.IsOpen).Select(h => Row(h, showRestricted))],
            Pieces = [.. picture.Pieces.Select((p, i) => new PieceView(p, picture.PieceStatuses.IsEmpty ? picture.Status : picture.PieceStatuses[i], IsLinked(state, p)))],
            PieceCount = picture.PieceCount,
            Seller = picture.Seller,
            Order = dispatch?.Order,
            Parties = [.. (manifest?.Parties ?? []).Select(p => p with { Details = p.Reference is { } r ? parties.GetValueOrDefault(r) : null })],
            Origin = manifest?.Origin,
            Destination = manifest?.Destination,
            Goods = [.. manifest?.Goods ?? [], .. dispatch?.Goods ?? []],
            PortOfEntry = picture.PortOfEntry,
            Discrepancies = [.. picture.Discrepancies.Select(d => DiscrepancyRules.View(state, d, Name(ids, d.Fact)))],
            Violations = [.. picture.Violations.Select(v => new ViolationView(v.Hold, Name(ids, v.Fact), Time(v.MovedAt), Time(v.HeldSince), Time(v.KnownSince)))],
            Timeline = Timeline(state, events, ids, showRestricted),
        };
    }

    private static ImmutableArray<TimelineEntry> Timeline(ShipmentState state, ImmutableArray<ShipmentEvent> events, Dictionary<UInt128, string> ids, bool showRestricted)
    {
        var counts = Corrections.Resolve(state.Facts.AsSpan(), out var replacedBy, out _);
        var all = new bool[counts.Length];
        Array.Fill(all, true);
        var places = FactOrder.Sort(state.Facts.AsSpan(), all).ToDictionary(f => f.Index);
        var entries = new List<(OrderedFact Place, TimelineEntry Entry)>(events.Length);
        var fact = 0;
        for (var i = 0; i < events.Length; i++)
        {
            if (events[i] is FactEvent { Fact: var reported })
            {
                var replacement = replacedBy.Length > 0 && replacedBy[fact] >= 0 ? Name(ids, state.Facts[replacedBy[fact]].Key) : null;
                entries.Add((places[fact], OfFact(i + 1, reported, replacement, showRestricted)));
                fact++;
            }
            else
            {
                var (at, by, note) = Noted(events[i], showRestricted);
                entries.Add((new OrderedFact(at, byte.MaxValue, (UInt128)i, i), new TimelineEntry(i + 1, $"noted-{i + 1}", EventNames.Of(events[i]), Time(at), Time(at), by, null, null, note)));
            }
        }

        return [.. entries.OrderBy(e => e.Place).Select(e => e.Entry)];
    }

    private static TimelineEntry OfFact(int version, Fact fact, string? replacedBy, bool showRestricted)
    {
        var shown = !showRestricted && fact is Decision { Hold: { ReasonRestricted: true } terms } decision
            ? decision with { Hold = terms with { Reason = null }, Text = null }
            : fact;
        return new TimelineEntry(version, FactKeys.IdOf(fact), EventNames.Of(fact), fact.OccurredAt.ToDateTimeOffset(), Time(fact.ReceivedAt), fact.ReportedBy, replacedBy, shown, null);
    }

    private static (long At, Actor By, string Note) Noted(ShipmentEvent value, bool showRestricted) => value switch
    {
        PieceAnswered e => (e.At, Actor.System, $"Piece {e.Request.Piece.Number}: {Sentence(e)}"),
        LinkTold e => (e.At, Actor.System, e.Request.Linked ? $"Belongs to bill {e.Request.Bill.Number}." : $"No longer belongs to bill {e.Request.Bill.Number}."),
        BoxNamed e => (e.At, Actor.System, "Something was reported to be inside it: it is a box."),
        HoldMadeKnown e => (e.At, e.To, $"A clearance answer made hold {e.Hold} known to the carrier."),
        OrderMatched e => (e.At, Actor.System, $"Standing order {e.Order} {Verb(e.Effect)} it."),
        OrderReleased e => (e.At, Actor.System, $"Standing order {e.Order} {Ending(e.Why)}."),
        CaseDecided e => (e.Change.At.Microseconds, e.Change.By, $"Hold {e.Change.Hold}: {CaseWords.Of(e.Change.Action, e.Change.Confirmed?.Effect)}."),
        DeadlineStepped e => (e.At, Actor.System, $"Hold {e.Key.Hold}: deadline {e.Key.Clock} is {ClockWords.Of(e.State)}."),
        // To whom an authority disclosed what is between the two of them.
        NoticeIssued e when !showRestricted => (e.At.Microseconds, new Actor(e.By.Organisation, e.By.Organisation, e.By.Role), $"Hold {e.Hold}: a notice was issued."),
        NoticeIssued e => (e.At.Microseconds, e.By, $"Hold {e.Hold}: {NoticeWords.Of(e.Kind)} issued to the {NoticeWords.Of(e.To)}."),
        DiscrepancyClosed e => (e.At, e.By, $"Discrepancy closed: {DiscrepancyRules.Words(e.Kind)}."),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value.GetType().Name, "Every event needs a sentence on the timeline."),
    };

    private static string Verb(OrderEffect effect) => effect switch
    {
        OrderEffect.Hold => "holds",
        OrderEffect.Stop => "stops",
        _ => "refers",
    };

    private static string Ending(OrderEnding why) => why switch
    {
        OrderEnding.Ended => "does not stand any more",
        OrderEnding.Cleared => "does not concern it any more: it was cleared",
        _ => "does not match it any more",
    };

    private static string Sentence(PieceAnswered answered) => answered.Answer switch
    {
        LinkAnswer.Confirmed => answered.Request.Linked ? "linked." : "no longer linked.",
        LinkAnswer.BelongsElsewhere => "a later manifest of another bill names it.",
        _ => "is a bill with pieces of its own.",
    };

    private static HoldView Row(Hold hold, bool showRestricted) => new(
        hold.Id,
        hold.Kind,
        hold.Authority,
        hold.Terms.LegalBasis,
        hold.Terms.ReasonRestricted && !showRestricted ? null : hold.Terms.Reason,
        hold.Terms.Reference,
        hold.Terms.Port,
        new ReportedTime(hold.PlacedAt, hold.OffsetMinutes).ToDateTimeOffset(),
        hold.RemovedAt is { } removed ? Time(removed) : null,
        hold.Pieces,
        hold.Order);

    private static bool IsLinked(ShipmentState state, string piece) =>
        piece == state.Number.Number
        || (state.Links.Answers.TryGetValue(piece, out var answered) && answered is { Answer: LinkAnswer.Confirmed, Request.Linked: true });

    private static string Name(Dictionary<UInt128, string> ids, UInt128 key) => ids.GetValueOrDefault(key) ?? FactKeys.Text(key);

    private static int? Released(int pieces) => pieces == 0 ? null : pieces;

    private static DateTimeOffset Time(long microseconds) => new ReportedTime(microseconds, 0).ToDateTimeOffset();
}
