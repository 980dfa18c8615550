using Tracking.Contracts.Facts;
using Tracking.Contracts.Statuses;
using Tracking.Domain.Clocks;
using Tracking.Domain.Shipments.Events;

namespace Tracking.Domain.Shipments;

/// <summary>Decides what becomes of facts that are handed in: accepted, duplicate, or refused for one of very few reasons.</summary>
public static class ReceiveRules
{
    /// <summary>Decides over some facts about one shipment.</summary>
    /// <param name="state">The shipment before them.</param>
    /// <param name="facts">The facts, in the order given.</param>
    /// <returns>The events to append, and an outcome per fact with the version that it has or had.</returns>
    public static ReceiveDecision Decide(ShipmentState state, ImmutableArray<Fact> facts)
    {
        ArgumentNullException.ThrowIfNull(state);
        var events = ImmutableArray.CreateBuilder<ShipmentEvent>(facts.Length);
        var marks = ImmutableArray.CreateBuilder<FactMark>(facts.Length);
        var outcomes = ImmutableArray.CreateBuilder<FactOutcome>(facts.Length);
        Dictionary<UInt128, Known>? added = null;
        var room = state.Rules.MostFacts - CountCapped(state);
        foreach (var fact in facts)
        {
            var key = FactKeys.Of(fact);
            var content = FactKeys.Content(fact);
            var id = FactKeys.IdOf(fact);
            if (FindKnown(state, added, key, out var known))
            {
                var same = fact.Id is null || known.Content == content;
                if (same && Learned(state, fact, known.Decision) is { } learned)
                {
                    events.Add(learned);
                }

                outcomes.Add(same
                    ? new FactOutcome(FactResult.Duplicate, id, FactRefusal.None, known.Version)
                    : new FactOutcome(FactResult.Rejected, id, FactRefusal.SameIdOtherContent, 0));
                continue;
            }

            if (fact is not Decision && room-- <= 0)
            {
                outcomes.Add(new FactOutcome(FactResult.Rejected, id, FactRefusal.TooManyFacts, 0));
                continue;
            }

            events.Add(EventOf(fact));
            marks.Add(FactMark.Of(fact, key, content, state.Number.Number));
            var version = state.Version + events.Count;
            if (facts.Length > 1)
            {
                (added ??= []).Add(key, new Known(content, version, fact as Decision));
            }

            outcomes.Add(new FactOutcome(FactResult.Accepted, id, FactRefusal.None, version));
        }

        return new ReceiveDecision(events.DrainToImmutable(), marks.DrainToImmutable(), outcomes.MoveToImmutable());
    }

    /// <summary>Whether people are told of an event as it happens: decisions, exceptions, and whatever changes holds, violations or discrepancies.</summary>
    /// <param name="value">The event.</param>
    /// <param name="before">The head before the append.</param>
    /// <param name="after">The head after it.</param>
    public static bool IsNotable(ShipmentEvent value, ShipmentHead before, ShipmentHead after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return value switch
        {
            DecisionReported => true,
            // A sweep writes thousands of them: that the order was placed is the news.
            OrderMatched or OrderReleased => false,
            // That a clock runs follows from the decision beside it; that its end is near is news.
            DeadlineStepped { State: var state } => state is DeadlineState.Warned or DeadlineState.Due or DeadlineState.Breached,
            CaseDecided or NoticeIssued or DiscrepancyClosed => true,
            ScanReported { Scan.Status: var status } when status.Main() == TransportStatus.Exception => true,
            _ => before.OpenHolds != after.OpenHolds || before.Violations != after.Violations || before.Discrepancies != after.Discrepancies,
        };
    }

    // An authority's hold is known here, and now the carrier posts its own copy: nothing new is said, but it knows.
    private static HoldMadeKnown? Learned(ShipmentState state, Fact fact, Decision? first)
    {
        var carrier = state.Number.Carrier;
        if (fact is not Decision { Kind: DecisionKind.HoldPlaced or DecisionKind.ExamOrdered or DecisionKind.Detained } copy
            || copy.Source == carrier
            || copy.ReportedBy.Organisation != carrier)
        {
            return null;
        }

        var hold = FactKeys.IdOf(copy);
        var posted = first?.ReportedBy.Organisation == carrier && first.ReceivedAt <= copy.ReceivedAt;
        var told = state.Told.TryGetValue(hold, out var since) && since <= copy.ReceivedAt;
        return posted || told ? null : new HoldMadeKnown(hold, copy.ReportedBy, copy.ReceivedAt);
    }

    private static bool FindKnown(ShipmentState state, Dictionary<UInt128, Known>? added, UInt128 key, out Known known)
    {
        if (added is not null && added.TryGetValue(key, out known))
        {
            return true;
        }

        var at = state.Facts.IndexOf(key);
        known = at >= 0 ? new Known(state.Facts[at].Content, state.Version, (state.Facts[at].Detail as DecisionDetail)?.Decision) : default;
        return at >= 0;
    }

    private static int CountCapped(ShipmentState state)
    {
        var count = 0;
        foreach (ref readonly var fact in state.Facts.AsSpan())
        {
            count += fact.Detail is DecisionDetail ? 0 : 1;
        }

        return count;
    }

    private static ShipmentEvent EventOf(Fact fact) => fact switch
    {
        Scan scan => new ScanReported(scan),
        Manifest manifest => new ManifestFiled(manifest),
        Dispatch dispatch => new DispatchDeclared(dispatch),
        Decision decision => new DecisionReported(decision),
        _ => throw new ArgumentOutOfRangeException(nameof(fact), fact.GetType().Name, "Facts are scans, manifests, dispatches and decisions."),
    };

    private readonly record struct Known(uint Content, int Version, Decision? Decision);
}
