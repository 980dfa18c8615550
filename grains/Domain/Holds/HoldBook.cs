using Tracking.Contracts.Facts;
using Tracking.Contracts.Holds;

namespace Tracking.Domain.Holds;

/// <summary>Folds decisions into holds, exams and requests: who placed what, and which removal lifts which.</summary>
internal sealed class HoldBook(string carrier)
{
    private readonly List<Hold> holds = [];

    // Removals that name a hold which comes later in the order: clocks disagree, the name counts.
    private readonly Dictionary<(string Authority, string Name), (long Time, UInt128 Key)> early = [];

    public List<Hold> Holds => holds;

    /// <summary>Removals that found nothing, by the key of their fact.</summary>
    public IEnumerable<(long Time, UInt128 Key)> Unmatched => early.Values;

    public void Place(Decision decision, UInt128 key, long time, ImmutableArray<string> pieces)
    {
        var terms = decision.Hold ?? new HoldTerms();
        var hold = new Hold
        {
            Id = decision.Id ?? Shipments.FactKeys.Text(key),
            Key = key,
            Kind = terms.Kind ?? DefaultKind(decision.Kind),
            Nature = NatureOf(decision),
            Authority = decision.Source,
            Territory = Routes.CustomsTerritory.Of(decision.Territory) ?? decision.Territory,
            ByCarrier = decision.Source == carrier,
            IsDetention = decision.Kind == DecisionKind.Detained,
            Terms = terms,
            PlacedAt = time,
            OffsetMinutes = decision.OccurredAt.OffsetMinutes,
            Pieces = pieces,
        };
        foreach (var name in Names(hold))
        {
            if (early.Remove((hold.Authority, name)))
            {
                hold = hold with { RemovedAt = time };
            }
        }

        holds.Add(hold);
    }

    /// <summary>Lifts what a removal or completion names.</summary>
    /// <returns>How it fits.</returns>
    public RemovalFit Remove(Decision decision, UInt128 key, long time, ImmutableArray<string> pieces)
    {
        return decision.Hold?.Reference is { } name
            ? RemoveNamed(decision, name, key, time, pieces)
            : RemoveMatching(decision, time, pieces);
    }

    /// <summary>A detention ends in release, seizure, exclusion or abandonment by the authority that detained; holds do not.</summary>
    public void EndDetentions(string authority, long time)
    {
        for (var i = 0; i < holds.Count; i++)
        {
            if (holds[i].IsDetention && holds[i].Authority == authority)
            {
                Lift(i, time, []);
            }
        }
    }

    private RemovalFit RemoveNamed(Decision decision, string name, UInt128 key, long time, ImmutableArray<string> pieces)
    {
        var (found, other) = (false, false);
        for (var i = 0; i < holds.Count; i++)
        {
            if (!Names(holds[i]).Contains(name))
            {
                continue;
            }

            if (holds[i].Authority != decision.Source)
            {
                other |= holds[i].IsOpen;
                continue;
            }

            found = true;
            Lift(i, time, pieces);
        }

        if (found)
        {
            return RemovalFit.Fits;
        }

        if (other)
        {
            return RemovalFit.ByOther;
        }

        early[(decision.Source, name)] = (time, key);
        return RemovalFit.Pending;
    }

    // Without a reference: every open hold of the pair (agency, code or kind, place) that was placed before.
    private RemovalFit RemoveMatching(Decision decision, long time, ImmutableArray<string> pieces)
    {
        var found = false;
        var terms = decision.Hold;
        for (var i = 0; i < holds.Count; i++)
        {
            var hold = holds[i];
            if (hold.IsOpen
                && hold.Authority == decision.Source
                && hold.Nature == NatureRemovedBy(decision.Kind, hold)
                && (terms?.Code is null || terms.Code == hold.Terms.Code)
                && (terms?.Kind is null || terms.Kind == hold.Kind)
                && (terms?.Port is null || hold.Terms.Port is null || terms.Port == hold.Terms.Port))
            {
                found = true;
                Lift(i, time, pieces);
            }
        }

        return found ? RemovalFit.Fits : RemovalFit.FindsNothing;
    }

    private void Lift(int at, long time, ImmutableArray<string> pieces)
    {
        var hold = holds[at];
        if (!hold.IsOpen)
        {
            return;
        }

        if (pieces.IsEmpty)
        {
            holds[at] = hold with { RemovedAt = time };
            return;
        }

        var freed = hold.FreedPieces.Union(pieces, StringComparer.Ordinal).Order(StringComparer.Ordinal).ToImmutableArray();
        var all = !hold.Pieces.IsEmpty && hold.Pieces.All(freed.Contains);
        holds[at] = hold with { FreedPieces = freed, RemovedAt = all ? time : null };
    }

    private static ImmutableArray<string> Names(Hold hold) => hold.Terms.Reference is { } reference && reference != hold.Id ? [hold.Id, reference] : [hold.Id];

    private static HoldKind DefaultKind(DecisionKind kind) => kind switch
    {
        DecisionKind.ExamOrdered => HoldKind.IntensiveExam,
        DecisionKind.Detained => HoldKind.IprDetention,
        _ => HoldKind.Manifest,
    };

    private static bool IsExam(HoldKind kind) => kind is HoldKind.NonIntrusiveExam or HoldKind.TailGateExam or HoldKind.IntensiveExam;

    private static HoldNature NatureOf(Decision decision) => decision.Kind switch
    {
        DecisionKind.RequestPlaced => HoldNature.Request,
        DecisionKind.ExamOrdered => HoldNature.Exam,
        _ => decision.Hold?.Kind is { } kind && IsExam(kind) ? HoldNature.Exam : HoldNature.Hold,
    };

    // A removal lifts an exam that was placed as a hold of an exam kind, too.
    private static HoldNature NatureRemovedBy(DecisionKind kind, Hold hold) => kind switch
    {
        DecisionKind.RequestRemoved => HoldNature.Request,
        DecisionKind.ExamCompleted => HoldNature.Exam,
        _ => hold.Nature == HoldNature.Request ? HoldNature.Hold : hold.Nature,
    };
}
