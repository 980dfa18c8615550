using NodaTime;
using Tracking.Contracts.Access;
using Tracking.Contracts.Facts;
using Tracking.Domain.Clocks;
using Tracking.Domain.Holds;
using Tracking.Domain.Shipments;
using Tracking.Domain.Shipments.Events;

namespace Tracking.Domain.Cases;

/// <summary>The cases of a shipment: one for each hold and exam that a decision placed.</summary>
public static class ShipmentCases
{
    /// <summary>All cases, in the order of their holds; none where the number belongs to a bill.</summary>
    /// <param name="state">The shipment.</param>
    /// <param name="clocks">The law.</param>
    /// <param name="now">Now: for what the clocks propose.</param>
    public static ImmutableArray<HeldCase> Of(ShipmentState state, ClockLibrary clocks, Instant now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(clocks);
        return state.Picture.Holds.IsEmpty || state.Links.Belongs is not null
            ? []
            : [.. state.Picture.Holds.Where(h => h.IsCounted && h.Order is null).Select(h => Of(state, h, clocks, now))];
    }

    private static HeldCase Of(ShipmentState state, Hold hold, ClockLibrary clocks, Instant now)
    {
        var changes = state.CaseChanges.Where(c => c.Authority == hold.Authority && c.Change.Hold == hold.Id).ToImmutableArray();
        var decisions = HoldFacts.Decisions(state.Picture, hold).ToImmutableArray();
        var notices = state.Notices.Where(n => n.Authority == hold.Authority && n.Hold == hold.Id);
        var (sheet, heard) = Clocks(state.Picture, hold, changes, notices, clocks);
        var @case = new Case
        {
            Hold = hold.Id,
            Kind = hold.Kind,
            Authority = hold.Authority,
            PlacedBy = decisions.FirstOrDefault(d => d.Key == hold.Key)?.Decision.ReportedBy ?? Actor.System,
            Stage = Stage(state.Picture, hold, decisions, changes),
            Revision = decisions.Length + changes.Length,
            IsCounterfeit = changes.LastOrDefault(c => c.Change.Action is CaseAction.DetermineCounterfeit or CaseAction.WithdrawDetermination)?.Change.Action == CaseAction.DetermineCounterfeit,
            Last = changes.LastOrDefault()?.Change,
            Proposals = [.. (sheet?.Deadlines ?? []).Select(d => DeadlineRules.Proposal(d, heard, now)).OfType<EffectProposal>()],
        };
        return new HeldCase(hold, @case, sheet, heard);
    }

    // The rule set of the day on which the hold was placed, as the port's time zone has it, stays the hold's.
    private static (ClockSheet? Sheet, ImmutableArray<ClockFact> Heard) Clocks(
        ShipmentPicture picture, Hold hold, ImmutableArray<CaseDecided> changes, IEnumerable<NoticeIssued> notices, ClockLibrary clocks)
    {
        if (hold.ByCarrier || hold.Terms.LegalBasis is not { } named || (hold.Terms.Port ?? picture.PortOfEntry) is not { } place
            || clocks.PortOf(place) is not { } port
            || clocks.RuleSetOn(port.Jurisdiction, port.DayOf(ClockTime.Of(hold.PlacedAt))) is not { } ruleSet
            || ruleSet.BasisOf(named) is not { } basis)
        {
            return (null, []);
        }

        var question = new ClockQuestion { RuleSet = ruleSet, Basis = basis, Port = port, Facts = HoldFacts.Of(picture, hold, changes, notices, ruleSet), WarnDays = clocks.WarnDays };
        return (ClockRules.Sheet(question), ClockRules.Listen(ruleSet, question.Facts).Heard);
    }

    // What the authority's messages say has happened is never refused; after an end only a person goes on.
    private static CaseStage Stage(ShipmentPicture picture, Hold hold, ImmutableArray<CountedDecision> decisions, ImmutableArray<CaseDecided> changes)
    {
        var begin = hold.IsDetention ? CaseStage.Detained : hold.Nature == HoldNature.Exam ? CaseStage.ExamOrdered : CaseStage.Placed;
        var steps = decisions.Where(d => d.Key != hold.Key && d.Time >= hold.PlacedAt)
            .Select(d => (d.Time, ByPerson: false, To: StageOf(d.Decision.Kind)))
            .Concat(changes.Select(c => (Time: c.Change.At.Microseconds, ByPerson: true, To: (CaseStage?)c.Change.To)));
        if (hold.RemovedAt is { } removed && !HoldFacts.EndsOtherwise(picture, hold, removed))
        {
            steps = steps.Append((removed, false, CaseStage.Removed));
        }

        var stage = begin;
        foreach (var (_, byPerson, to) in steps.OrderBy(s => s.Time).ThenBy(s => s.ByPerson))
        {
            if (to is { } next && (byPerson || CaseTable.From(stage).Any()))
            {
                stage = next == CaseStage.Removed && stage == CaseStage.Detained ? CaseStage.Released : next;
            }
        }

        return stage;
    }

    private static CaseStage? StageOf(DecisionKind kind) => kind switch
    {
        DecisionKind.ExamCompleted => CaseStage.Examined,
        DecisionKind.Seized => CaseStage.Seized,
        DecisionKind.Excluded => CaseStage.Excluded,
        DecisionKind.ExportAllowed => CaseStage.ExportAllowed,
        DecisionKind.Abandoned => CaseStage.Abandoned,
        DecisionKind.Exported => CaseStage.Exported,
        DecisionKind.Forfeited => CaseStage.Forfeited,
        DecisionKind.Destroyed => CaseStage.Destroyed,
        _ => null,
    };
}
