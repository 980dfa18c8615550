using Tracking.Contracts.Facts;
using Tracking.Contracts.Statuses;

namespace Tracking.Domain.Customs;

/// <summary>Folds decisions into customs records, one per territory and procedure.</summary>
internal sealed class CustomsBook
{
    private readonly List<CustomsRecord> records = [];
    private ImmutableArray<string> pieceNumbers = [];
    private int pieceCount = 1;
    private bool piecesTold;

    public ImmutableArray<CustomsRecord> Records => [.. records];

    /// <summary>How many pieces there are, known before the first decision is folded.</summary>
    public void SetPieces(ImmutableArray<string> numbers, int count, bool told) => (pieceNumbers, pieceCount, piecesTold) = (numbers, count, told);

    /// <summary>Folds one decision in.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="time">Its effective time.</param>
    /// <param name="pieces">The pieces that it concerns; empty: the whole.</param>
    /// <param name="released">Whether all is released from now on.</param>
    /// <returns>What does not fit, if anything does not.</returns>
    public CustomsMisfit Apply(Decision decision, long time, ImmutableArray<string> pieces, out bool released)
    {
        var territory = Routes.CustomsTerritory.Of(decision.Territory) ?? decision.Territory;
        var at = records.FindIndex(r => r.Territory == territory && r.Procedure == decision.Procedure);
        var before = at >= 0 ? records[at] : new CustomsRecord { Territory = territory, Procedure = decision.Procedure, Since = time };
        var (after, misfit) = Step(before, decision, pieces);
        if (after.Status != before.Status)
        {
            after = after with { Since = time, Authority = decision.Source };
        }

        if (at >= 0)
        {
            records[at] = after;
        }
        else if (after != before)
        {
            records.Add(after);
        }

        released = decision.Kind == DecisionKind.Released && after.Status == CustomsStatus.Released;
        return misfit;
    }

    /// <summary>Brings back the status from before a detention where none is open any more.</summary>
    public void EndDetentions(Func<string, CustomsProcedure, bool> isDetained, string authority, long time)
    {
        for (var i = 0; i < records.Count; i++)
        {
            if (records[i].Status == CustomsStatus.Detained && !isDetained(records[i].Territory, records[i].Procedure))
            {
                records[i] = records[i] with { Status = records[i].Before, Since = time, Authority = authority };
            }
        }
    }

    private (CustomsRecord After, CustomsMisfit Misfit) Step(CustomsRecord record, Decision decision, ImmutableArray<string> pieces) => decision.Kind switch
    {
        DecisionKind.Lodged => (record.Status == CustomsStatus.None ? record with { Status = CustomsStatus.Lodged } : record, CustomsMisfit.None),
        DecisionKind.Presented => (record.Status <= CustomsStatus.Lodged ? record with { Status = CustomsStatus.Presented, HadCase = true } : record with { HadCase = true }, CustomsMisfit.None),
        DecisionKind.HoldPlaced => (record with { HadCase = true }, CustomsMisfit.None),
        DecisionKind.ExamOrdered => (Stop(record, CustomsStatus.Selected), CustomsMisfit.None),
        DecisionKind.ExamCompleted => (record.Status == CustomsStatus.Selected ? record with { Status = Later(record.Before, CustomsStatus.Presented) } : record, CustomsMisfit.None),
        DecisionKind.Detained => (Stop(record, CustomsStatus.Detained), CustomsMisfit.None),
        DecisionKind.Released => Release(record, decision, pieces),
        DecisionKind.ReleaseTakenBack => (TakeBack(record, decision, pieces), CustomsMisfit.None),
        DecisionKind.ReleasedWithConditions => record.IsFinal
            ? (record, CustomsMisfit.AfterSeizure)
            : (record with { Status = CustomsStatus.ReleasedWithConditions }, CustomsMisfit.None),
        DecisionKind.ExportAllowed => (record with { ExportAllowed = true }, CustomsMisfit.None),
        DecisionKind.Seized => End(record, CustomsStatus.Seized),
        DecisionKind.Excluded => End(record, CustomsStatus.Excluded),
        DecisionKind.Abandoned => End(record, CustomsStatus.Abandoned) with { Misfit = CustomsMisfit.None },
        DecisionKind.Forfeited => End(record, CustomsStatus.Forfeited),
        DecisionKind.Exported => record.IsFinal && record.Status != CustomsStatus.Exported
            ? (record, CustomsMisfit.AfterSeizure)
            : (record with { Status = CustomsStatus.Exported }, CustomsMisfit.None),
        DecisionKind.Destroyed => (record with { Status = CustomsStatus.Destroyed }, record.HadCase ? CustomsMisfit.None : CustomsMisfit.WithoutCase),
        _ => (record, CustomsMisfit.None),
    };

    private static CustomsStatus Later(CustomsStatus one, CustomsStatus other) => one > other ? one : other;

    private static CustomsRecord Stop(CustomsRecord record, CustomsStatus status)
    {
        if (record.IsFinal)
        {
            return record;
        }

        var before = record.Status is CustomsStatus.Selected or CustomsStatus.Detained ? record.Before : record.Status;
        return record with { Status = status, Before = before, HadCase = true };
    }

    private (CustomsRecord After, CustomsMisfit Misfit) Release(CustomsRecord record, Decision decision, ImmutableArray<string> pieces)
    {
        if (record.IsFinal)
        {
            return (record, CustomsMisfit.AfterSeizure);
        }

        if (!pieces.IsEmpty)
        {
            var named = record.ReleasedPieces.Union(pieces, StringComparer.Ordinal).Order(StringComparer.Ordinal);
            var unknown = !pieceNumbers.IsEmpty && pieces.Any(p => !pieceNumbers.Contains(p));
            return (Settle(record with { ReleasedPieces = [.. named] }), unknown ? CustomsMisfit.UnknownPieces : CustomsMisfit.None);
        }

        if (decision.PieceCount is not { } count)
        {
            return (record with { Status = CustomsStatus.Released }, record.Status == CustomsStatus.Abandoned ? CustomsMisfit.AfterAbandonment : CustomsMisfit.None);
        }

        var sum = (int)Math.Min(int.MaxValue, (long)record.ReleasedCount + count);
        return (Settle(record with { ReleasedCount = sum }), piecesTold && sum > pieceCount ? CustomsMisfit.UnknownPieces : CustomsMisfit.None);
    }

    // What was released as a whole is released piece by piece but for those that are taken back.
    private CustomsRecord TakeBack(CustomsRecord record, Decision decision, ImmutableArray<string> pieces)
    {
        if (record.IsFinal)
        {
            return record;
        }

        var whole = record.Status is CustomsStatus.Released or CustomsStatus.ReleasedWithConditions;
        var named = pieces.IsEmpty ? [] : (whole ? pieceNumbers : record.ReleasedPieces).Except(pieces, StringComparer.Ordinal);
        var counted = pieces.IsEmpty && decision.PieceCount is { } count
            ? Math.Max(0, (whole ? pieceCount : record.ReleasedCount) - count)
            : 0;
        return record with
        {
            Status = whole ? CustomsStatus.Lodged : record.Status,
            Before = record.Before is CustomsStatus.Released or CustomsStatus.ReleasedWithConditions ? CustomsStatus.Lodged : record.Before,
            ReleasedPieces = [.. named.Order(StringComparer.Ordinal)],
            ReleasedCount = counted,
        };
    }

    // A bill whose every piece is released, by name or by number, is released.
    private CustomsRecord Settle(CustomsRecord record) =>
        record.ReleasedPieces.Count(p => pieceNumbers.Contains(p)) + (long)record.ReleasedCount >= pieceCount ? record with { Status = CustomsStatus.Released } : record;

    // Forfeited follows seized; whatever there is may be destroyed; anything not final may be abandoned or excluded.
    private static (CustomsRecord After, CustomsMisfit Misfit) End(CustomsRecord record, CustomsStatus status)
    {
        var misfit = record.HadCase ? CustomsMisfit.None : CustomsMisfit.WithoutCase;
        var stays = record.IsFinal && !(status == CustomsStatus.Forfeited && record.Status == CustomsStatus.Seized);
        return (stays ? record : record with { Status = status, HadCase = true }, misfit);
    }
}
