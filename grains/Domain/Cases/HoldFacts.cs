using NodaTime;
using Tracking.Contracts.Facts;
using Tracking.Domain.Clocks;
using Tracking.Domain.Holds;
using Tracking.Domain.Notices;
using Tracking.Domain.Shipments;
using Tracking.Domain.Shipments.Events;

namespace Tracking.Domain.Cases;

/// <summary>What has happened to a hold, as its authority said and its officers decided it.</summary>
internal static class HoldFacts
{
    /// <summary>Ids of decisions that follow from what a person decided about a case begin like this.</summary>
    private const string FromCase = "case:";

    /// <summary>The id of the decision that follows from a change of a case.</summary>
    public static string IdOf(CaseChanged change) => $"{FromCase}{change.Revision}:{change.Hold}";

    /// <summary>The authority's own decisions about a hold, in their order: those that name it, and those that name none.</summary>
    public static IEnumerable<CountedDecision> Decisions(ShipmentPicture picture, Hold hold) =>
        picture.Decisions.Where(d => d.Decision.Source == hold.Authority && d.Decision.Id?.StartsWith(FromCase, StringComparison.Ordinal) != true && Concerns(d, hold));

    /// <summary>What the clocks hear of a hold.</summary>
    public static ImmutableArray<ClockFact> Of(ShipmentPicture picture, Hold hold, IEnumerable<CaseDecided> changes, IEnumerable<NoticeIssued> notices, RuleSet ruleSet)
    {
        var facts = ImmutableArray.CreateBuilder<ClockFact>();
        foreach (var counted in Decisions(picture, hold))
        {
            foreach (var anchor in counted.Decision.Anchors.IsDefault ? [] : counted.Decision.Anchors)
            {
                facts.Add(new ClockFact(anchor.Fact, ClockTime.Of(anchor.At.Microseconds), SpeakerOf(ruleSet, anchor.Fact))
                {
                    Evidence = anchor.Evidence ?? counted.Decision.Id,
                    Length = anchor.Length,
                });
            }

            facts.AddRange(Said(counted.Decision.Kind).Where(name => ruleSet.Term(name) is not null)
                .Select(name => new ClockFact(name, ClockTime.Of(counted.Time)) { Evidence = counted.Decision.Id }));
        }

        if (hold.RemovedAt is { } removed && ruleSet.Term("released") is not null && !EndsOtherwise(picture, hold, removed))
        {
            facts.Add(new ClockFact("released", ClockTime.Of(removed)));
        }

        facts.AddRange(changes.SelectMany(c => CaseFacts.Of(c.Change, ruleSet)));
        facts.AddRange(notices.SelectMany(n => NoticeFacts.Of(n, ruleSet)));
        return facts.ToImmutable();
    }

    /// <summary>Whether a hold ended in something else than its removal: a seizure ends a detention and releases nothing.</summary>
    public static bool EndsOtherwise(ShipmentPicture picture, Hold hold, long removed) =>
        picture.Decisions.Any(d => d.Time == removed && d.Decision.Source == hold.Authority
            && d.Decision.Kind is DecisionKind.Seized or DecisionKind.Excluded or DecisionKind.Abandoned or DecisionKind.Exported or DecisionKind.Destroyed);

    private static bool Concerns(CountedDecision counted, Hold hold)
    {
        var decision = counted.Decision;
        if (counted.Key == hold.Key)
        {
            return true;
        }

        if (Places(decision.Kind))
        {
            return false;
        }

        return decision.Hold?.Reference is { } reference
            ? reference == hold.Id || reference == hold.Terms.Reference
            : decision.Procedure == hold.Procedure && (Routes.CustomsTerritory.Of(decision.Territory) ?? decision.Territory) == hold.Territory;
    }

    private static bool Places(DecisionKind kind) =>
        kind is DecisionKind.HoldPlaced or DecisionKind.ExamOrdered or DecisionKind.Detained or DecisionKind.RequestPlaced;

    // The authority answers for what it passes on: who may say it at all said it, as far as the clocks are concerned.
    private static Speaker SpeakerOf(RuleSet ruleSet, string fact) =>
        ruleSet.Term(fact) is { SaidBy: { IsEmpty: false } saidBy } && !saidBy.Contains(Speaker.Authority) ? saidBy[0] : Speaker.Authority;

    private static string[] Said(DecisionKind kind) => kind switch
    {
        DecisionKind.Presented => [ClockFact.Presented],
        DecisionKind.Detained => ["decision", "suspension"],
        DecisionKind.Seized => ["seized"],
        DecisionKind.Excluded => ["excluded"],
        DecisionKind.Abandoned => ["abandoned"],
        DecisionKind.Exported => ["exported"],
        DecisionKind.Forfeited => ["forfeited"],
        DecisionKind.Destroyed => ["destroyed"],
        _ => [],
    };
}
