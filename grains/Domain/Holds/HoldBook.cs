using Tracking.Contracts.Facts;
using Tracking.Contracts.Holds;
using Tracking.Contracts.Statuses;

namespace Tracking.Domain.Holds;

/// <summary>Folds decisions into holds, exams and requests: who placed what, and which removal lifts which.</summary>
internal sealed class HoldBook(string carrier)
{
    private readonly List<Hold> holds = [];

    // Removals that name a hold which comes later in the order: clocks disagree, the name counts.
    private readonly List<PendingRemoval> early = [];
    private ImmutableArray<string> pieceNumbers = [];
    private int pieceCount = 1;

    public List<Hold> Holds => holds;

    /// <summary>Removals that found nothing to the end.</summary>
    public IReadOnlyList<PendingRemoval> Unmatched => early;

    public void SetPieces(ImmutableArray<string> numbers, int count) => (pieceNumbers, pieceCount) = (numbers, count);

    /// <summary>Whether an authority's detention is open in a procedure.</summary>
    public bool IsDetained(string territory, CustomsProcedure procedure) =>
        holds.Exists(h => h is { IsOpen: true, IsDetention: true, ByCarrier: false } && h.Territory == territory && h.Procedure == procedure);

    public void Place(Decision decision, UInt128 key, long time, ImmutableArray<string> pieces)
    {
        var terms = decision.Hold ?? new HoldTerms();
        var hold = new Hold
        {
            Id = Shipments.FactKeys.IdOf(decision),
            Key = key,
            Kind = terms.Kind ?? DefaultKind(decision.Kind),
            Nature = NatureOf(decision),
            Authority = decision.Source,
            Territory = Routes.CustomsTerritory.Of(decision.Territory) ?? decision.Territory,
            Procedure = decision.Procedure,
            ByCarrier = decision.Source == carrier,
            IsDetention = decision.Kind == DecisionKind.Detained,
            Terms = terms,
            PlacedAt = time,
            OffsetMinutes = decision.OccurredAt.OffsetMinutes,
            Pieces = pieces,
        };
        holds.Add(hold);
        foreach (var removal in early.Where(r => r.Authority == hold.Authority && IsNamed(hold, r.Name, r.Kind)))
        {
            Lift(holds.Count - 1, time, removal.Pieces);
        }

        early.RemoveAll(r => r.Authority == hold.Authority && IsNamed(hold, r.Name, r.Kind));
    }

    /// <summary>Lifts what a removal or completion names.</summary>
    /// <returns>How it fits.</returns>
    public RemovalFit Remove(Decision decision, UInt128 key, long time, ImmutableArray<string> pieces)
    {
        // Which pieces a number without names means cannot be known: what is held stays held.
        if (pieces.IsEmpty && decision.PieceCount < pieceCount)
        {
            return RemovalFit.FindsNothing;
        }

        return decision.Hold?.Reference is { } name
            ? RemoveNamed(decision, name, key, time, pieces)
            : RemoveMatching(decision, time, pieces);
    }

    /// <summary>
    /// A detention ends in release, seizure, exclusion, abandonment or export by the authority that detained, in its procedure;
    /// holds do not, unless they were placed until then.
    /// </summary>
    /// <returns>Whether a release would have ended another authority's detention.</returns>
    public RemovalFit EndDetentions(Decision decision, long time, ImmutableArray<string> pieces, bool whole)
    {
        var territory = Routes.CustomsTerritory.Of(decision.Territory) ?? decision.Territory;
        var fit = RemovalFit.Fits;
        for (var i = 0; i < holds.Count; i++)
        {
            var hold = holds[i];
            if (!hold.IsOpen || !hold.EndsInRelease || hold.Territory != territory || hold.Procedure != decision.Procedure)
            {
                continue;
            }

            if (hold.Authority != decision.Source)
            {
                fit = hold.IsDetention && decision.Kind == DecisionKind.Released ? RemovalFit.ByOther : fit;
            }
            else if (whole || !pieces.IsEmpty)
            {
                Lift(i, time, whole ? [] : pieces);
            }
        }

        return fit;
    }

    private RemovalFit RemoveNamed(Decision decision, string name, UInt128 key, long time, ImmutableArray<string> pieces)
    {
        var (found, other) = (false, false);
        for (var i = 0; i < holds.Count; i++)
        {
            if (!IsNamed(holds[i], name, decision.Kind))
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

        early.Add(new PendingRemoval(decision.Source, name, decision.Kind, key, time, pieces, other));
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
                && hold.Nature == NatureRemovedBy(decision, hold)
                && (terms?.Code is null || terms.Code == hold.Terms.Code)
                && (terms?.Kind is null || terms.Kind == hold.Kind)
                && (terms?.Port is null || hold.Terms.Port is null || terms.Port == hold.Terms.Port))
            {
                found = true;
                Lift(i, time, pieces);
            }
        }

        // The end of an assessment ends whatever was asked for, also nothing.
        return found || decision is { Kind: DecisionKind.RequestRemoved, Hold: null } ? RemovalFit.Fits : RemovalFit.FindsNothing;
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

        var freed = hold.FreedPieces
            .Concat(pieces.Where(p => !hold.HasFreed(p)).Distinct(StringComparer.Ordinal).Select(p => new FreedPiece(p, time)))
            .OrderBy(f => f.Piece, StringComparer.Ordinal)
            .ToImmutableArray();
        var changed = hold with { FreedPieces = freed };
        var held = !hold.Pieces.IsEmpty ? hold.Pieces : pieceNumbers.Length >= pieceCount ? pieceNumbers : [];
        var all = !held.IsEmpty && held.All(p => changed.HasFreed(p));
        holds[at] = changed with { RemovedAt = all ? time : null };
    }

    // One reference may stand for a hold and the exam under it: the end of the exam lifts the exam alone.
    private static bool IsNamed(Hold hold, string name, DecisionKind removal) =>
        (hold.Id == name || hold.Terms.Reference == name) && hold.Nature == NatureRemovedBy(removal, hold);

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

    // A removal that says which kind or pair of codes it means lifts an exam, too; one that says neither lifts holds alone.
    private static HoldNature NatureRemovedBy(Decision removal, Hold hold) =>
        removal is { Kind: DecisionKind.HoldRemoved, Hold: null or { Kind: null, Code: null } } ? HoldNature.Hold : NatureRemovedBy(removal.Kind, hold);

    // A removal lifts an exam that was placed as a hold of an exam kind, too.
    private static HoldNature NatureRemovedBy(DecisionKind kind, Hold hold) => kind switch
    {
        DecisionKind.RequestRemoved => HoldNature.Request,
        DecisionKind.ExamCompleted => HoldNature.Exam,
        _ => hold.Nature == HoldNature.Request ? HoldNature.Hold : hold.Nature,
    };
}
