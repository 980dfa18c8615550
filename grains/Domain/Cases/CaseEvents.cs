using NodaTime;
using Tracking.Contracts.Access;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Identifiers;
using Tracking.Domain.Clocks;
using Tracking.Domain.Holds;
using Tracking.Domain.Notices;
using Tracking.Domain.Shipments;
using Tracking.Domain.Shipments.Events;

namespace Tracking.Domain.Cases;

/// <summary>Decides a command on a case of a shipment, and what follows for the goods.</summary>
public static class CaseEvents
{
    /// <summary>Decides.</summary>
    /// <param name="state">The shipment.</param>
    /// <param name="authority">Whose hold it is.</param>
    /// <param name="hold">The hold.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="actor">Who wants it.</param>
    /// <param name="clocks">The law.</param>
    /// <param name="at">Now, as stamped at the edge.</param>
    /// <param name="offer">For an offer of abandonment: its text; null where it is not at hand, then all counts as said that may be.</param>
    /// <returns>The events, or why there are none; both null-like where there is no such case.</returns>
    public static (ImmutableArray<ShipmentEvent> Events, CaseRefused? Refused, bool IsKnown) Decide(
        ShipmentState state, string authority, string hold, CaseCommand command, Actor actor, ClockLibrary clocks, ReportedTime at, NoticeDraft? offer = null)
    {
        var held = ShipmentCases.Of(state, clocks, ClockTime.Of(at.Microseconds)).FirstOrDefault(c => c.Hold.Authority == authority && c.Hold.Id == hold);
        if (held is null)
        {
            return ([], null, false);
        }

        var (change, refused) = CaseRules.Decide(held.Case, command, actor, at);
        if (change is null)
        {
            return ([], refused, true);
        }

        var decided = new CaseDecided(authority, change);
        return change.Action == CaseAction.OfferAbandonment
            ? ([decided, NoticeEvents.Offered(held.Case, change, offer)], null, true)
            : (Follows(state.Number, held.Hold, change) is { } decision ? [decided, new DecisionReported(decision)] : [decided], null, true);
    }

    // The goods follow by the authority's own decision, so that belt, page and counts learn of it in the one way that there is.
    private static Decision? Follows(ShipmentNumber number, Hold hold, CaseChanged change)
    {
        DecisionKind? kind = change.From == change.To ? null : change.To switch
        {
            CaseStage.Removed or CaseStage.Released or CaseStage.Remitted => DecisionKind.HoldRemoved,
            CaseStage.Seized => DecisionKind.Seized,
            CaseStage.Excluded => DecisionKind.Excluded,
            CaseStage.ExportAllowed => DecisionKind.ExportAllowed,
            CaseStage.Abandoned => DecisionKind.Abandoned,
            CaseStage.Exported => DecisionKind.Exported,
            CaseStage.Forfeited => DecisionKind.Forfeited,
            CaseStage.Destroyed or CaseStage.Donated => DecisionKind.Destroyed,
            _ => null,
        };
        if (kind is not { } follows)
        {
            return null;
        }

        // What the law deems bears the time at which the clock ran out.
        var occurred = change.Confirmed is { } confirmed ? new ReportedTime(ClockTime.Microseconds(confirmed.RanOutAt), change.At.OffsetMinutes) : change.At;
        return new Decision
        {
            Number = number,
            Source = hold.Authority,
            Id = HoldFacts.IdOf(change),
            OccurredAt = occurred,
            ReceivedAt = change.At.Microseconds,
            ReportedBy = change.By,
            Kind = follows == DecisionKind.HoldRemoved && hold.Nature == HoldNature.Exam ? DecisionKind.ExamCompleted : follows,
            Territory = hold.Territory,
            Procedure = hold.Procedure,
            Pieces = hold.Pieces,
            Hold = new HoldTerms { Reference = hold.Id },
        };
    }
}
