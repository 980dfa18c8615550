using Tracking.Contracts.Facts;
using Tracking.Contracts.Statuses;

namespace Tracking.Domain.Customs;

/// <summary>Folds decisions into customs records, one per territory and procedure.</summary>
internal sealed class CustomsBook
{
    private readonly List<CustomsRecord> records = [];

    public ImmutableArray<CustomsRecord> Records => [.. records];

    /// <summary>Folds one decision in.</summary>
    /// <returns>What does not fit, if anything does not.</returns>
    public CustomsMisfit Apply(Decision decision, long time, ImmutableArray<string> pieces)
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

        return misfit;
    }

    private static (CustomsRecord After, CustomsMisfit Misfit) Step(CustomsRecord record, Decision decision, ImmutableArray<string> pieces) => decision.Kind switch
    {
        DecisionKind.Lodged => (record.Status == CustomsStatus.None ? record with { Status = CustomsStatus.Lodged } : record, CustomsMisfit.None),
        DecisionKind.Presented => (record.Status <= CustomsStatus.Lodged ? record with { Status = CustomsStatus.Presented, HadCase = true } : record with { HadCase = true }, CustomsMisfit.None),
        DecisionKind.HoldPlaced => (record with { HadCase = true }, CustomsMisfit.None),
        DecisionKind.ExamOrdered => (record.IsFinal ? record : record with { Status = CustomsStatus.Selected, HadCase = true }, CustomsMisfit.None),
        DecisionKind.ExamCompleted => (record.Status == CustomsStatus.Selected ? record with { Status = CustomsStatus.Presented } : record, CustomsMisfit.None),
        DecisionKind.Detained => (record.IsFinal ? record : record with { Status = CustomsStatus.Detained, HadCase = true }, CustomsMisfit.None),
        DecisionKind.Released => Release(record, decision, pieces),
        DecisionKind.ReleasedWithConditions => record.IsFinal
            ? (record, CustomsMisfit.AfterSeizure)
            : (record with { Status = CustomsStatus.ReleasedWithConditions }, CustomsMisfit.None),
        DecisionKind.ExportAllowed => (record with { ExportAllowed = true }, CustomsMisfit.None),
        DecisionKind.Seized => End(record, CustomsStatus.Seized),
        DecisionKind.Excluded => End(record, CustomsStatus.Excluded),
        DecisionKind.Abandoned => End(record, CustomsStatus.Abandoned) with { Misfit = CustomsMisfit.None },
        DecisionKind.Forfeited => End(record, CustomsStatus.Forfeited),
        DecisionKind.Exported => (record with { Status = CustomsStatus.Exported }, CustomsMisfit.None),
        DecisionKind.Destroyed => (record with { Status = CustomsStatus.Destroyed }, CustomsMisfit.None),
        _ => (record, CustomsMisfit.None),
    };

    private static (CustomsRecord After, CustomsMisfit Misfit) Release(CustomsRecord record, Decision decision, ImmutableArray<string> pieces)
    {
        if (record.IsFinal)
        {
            return (record, CustomsMisfit.AfterSeizure);
        }

        if (!pieces.IsEmpty)
        {
            var named = record.ReleasedPieces.Union(pieces, StringComparer.Ordinal).Order(StringComparer.Ordinal);
            return (record with { ReleasedPieces = [.. named] }, CustomsMisfit.None);
        }

        return decision.PieceCount is { } count
            ? (record with { ReleasedCount = (int)Math.Min(int.MaxValue, (long)record.ReleasedCount + count) }, CustomsMisfit.None)
            : (record with { Status = CustomsStatus.Released }, CustomsMisfit.None);
    }

    // Forfeited and destroyed follow seized; anything may be abandoned or excluded.
    private static (CustomsRecord After, CustomsMisfit Misfit) End(CustomsRecord record, CustomsStatus status)
    {
        var misfit = record.HadCase ? CustomsMisfit.None : CustomsMisfit.WithoutCase;
        var stays = record.IsFinal && !(status is CustomsStatus.Forfeited or CustomsStatus.Destroyed);
        return (stays ? record : record with { Status = status, HadCase = true }, misfit);
    }

    /// <summary>A bill whose every piece is released, by name or by number, is released.</summary>
    public void SettleQuantities(int pieceCount, ImmutableArray<string> known)
    {
        for (var i = 0; i < records.Count; i++)
        {
            var record = records[i];
            if (record.IsFinal || record.Status is CustomsStatus.Released or CustomsStatus.Excluded or CustomsStatus.Abandoned || (record.ReleasedPieces.IsEmpty && record.ReleasedCount == 0))
            {
                continue;
            }

            var named = record.ReleasedPieces.Count(known.Contains);
            if (named + record.ReleasedCount >= pieceCount)
            {
                records[i] = record with { Status = CustomsStatus.Released };
            }
        }
    }
}
