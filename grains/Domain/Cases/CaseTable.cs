using Tracking.Domain.Clocks;

namespace Tracking.Domain.Cases;

/// <summary>What may follow what in a case, and who may do it: the one table that rules, page and docs are made from.</summary>
/// <remarks>
/// 'Confirm X' is the confirmation of effect X, which a clock that ran out proposes. Effects that no row names for a stage
/// cannot be confirmed there: seizure or exclusion, for one, is a decision of its own.
/// </remarks>
public static class CaseTable
{
    private const string Text = """
        from               | action                   | to                 | who        | needs
        Placed             | Claim                    | Claimed            | Officer    |
        Placed             | Remove                   | Removed            | Lifter     | Reason
        Placed             | Confirm DeemedDetained   | Detained           | Officer    |
        Placed             | Confirm DeemedAbandoned  | Abandoned          | Officer    |
        Placed             | Confirm Lapse            | Placed             | Officer    |
        Claimed            | OrderExam                | ExamOrdered        | Officer    |
        Claimed            | Remove                   | Removed            | Lifter     | Reason
        Claimed            | Detain                   | Detained           | Officer    | Reason
        Claimed            | Confirm DeemedDetained   | Detained           | Officer    |
        Claimed            | Confirm DeemedAbandoned  | Abandoned          | Officer    |
        Claimed            | Confirm Lapse            | Claimed            | Officer    |
        ExamOrdered        | RecordExam               | Examined           | Officer    |
        ExamOrdered        | Confirm DeemedDetained   | Detained           | Officer    |
        Examined           | RecordSample             | Sampled            | Officer    | Reference
        Examined           | OrderExam                | ExamOrdered        | Officer    |
        Examined           | Remove                   | Removed            | Lifter     | Reason
        Examined           | Detain                   | Detained           | Officer    | Reason
        Examined           | Confirm DeemedDetained   | Detained           | Officer    |
        Sampled            | OrderExam                | ExamOrdered        | Officer    |
        Sampled            | Remove                   | Removed            | Lifter     | Reason
        Sampled            | Detain                   | Detained           | Officer    | Reason
        Sampled            | Confirm DeemedDetained   | Detained           | Officer    |
        Detained           | DetermineCounterfeit     | Detained           | Officer    | Reason, Evidence
        Detained           | WithdrawDetermination    | Detained           | Supervisor | Reason
        Detained           | Release                  | Released           | Officer    | Reason
        Detained           | Seize                    | Seized             | Officer    | Reason, Reference
        Detained           | Exclude                  | Excluded           | Officer    | Reason, Reference
        Detained           | OfferAbandonment         | AbandonmentOffered | Officer    | Reference
        Detained           | AllowExport              | ExportAllowed      | Officer    | Reason
        Detained           | Confirm DeemedExcluded   | Excluded           | Officer    |
        Detained           | Confirm DeemedAgreed     | Abandoned          | Officer    |
        Detained           | Confirm Release          | Released           | Officer    |
        Detained           | Confirm Disclosure       | Detained           | Officer    |
        Detained           | Confirm Lapse            | Detained           | Officer    |
        AbandonmentOffered | RecordAbandonment        | Abandoned          | Officer    | Evidence
        AbandonmentOffered | RecordRefusal            | Detained           | Officer    | Evidence
        AbandonmentOffered | WithdrawOffer            | Detained           | Officer    | Reason
        AbandonmentOffered | Confirm DeemedExcluded   | Excluded           | Officer    |
        AbandonmentOffered | Confirm DeemedAgreed     | Abandoned          | Officer    |
        AbandonmentOffered | Confirm Release          | Released           | Officer    |
        AbandonmentOffered | Confirm Disclosure       | AbandonmentOffered | Officer    |
        Excluded           | AllowExport              | ExportAllowed      | Officer    | Reason
        Excluded           | RecordAbandonment        | Abandoned          | Officer    | Evidence
        Excluded           | Destroy                  | Destroyed          | Supervisor | Reason, Evidence
        Excluded           | Confirm DeemedDenied     | Excluded           | Officer    |
        Excluded           | Confirm DeemedAbandoned  | Abandoned          | Officer    |
        ExportAllowed      | RecordExport             | Exported           | Officer    | Evidence
        Abandoned          | Destroy                  | Destroyed          | Supervisor | Reason, Evidence
        Seized             | Remit                    | Remitted           | Supervisor | Reason
        Seized             | Forfeit                  | Forfeited          | Officer    | Reason, Reference
        Seized             | ReferToCourt             | InCourt            | Officer    | Reference
        Seized             | Confirm Forfeiture       | Forfeited          | Officer    |
        Seized             | Confirm Lapse            | Seized             | Officer    |
        InCourt            | Remit                    | Remitted           | Officer    | Reference, Evidence
        InCourt            | Forfeit                  | Forfeited          | Officer    | Reference, Evidence
        Forfeited          | Destroy                  | Destroyed          | Supervisor | Reason, Evidence
        Forfeited          | Donate                   | Donated            | Supervisor | Reason, Evidence
        Forfeited          | Confirm Destruction      | Destroyed          | Supervisor | Evidence
        """;

    private const string Confirm = "Confirm ";

    /// <summary>Every row, in the order of the table.</summary>
    public static ImmutableArray<CaseTransition> Rows { get; } = [.. Text.Split('\n').Skip(1).Select(line => line.Split('|', StringSplitOptions.TrimEntries)).Select(Read)];

    /// <summary>What is possible at a stage; nothing at an end.</summary>
    /// <param name="stage">The stage.</param>
    public static IEnumerable<CaseTransition> From(CaseStage stage) => Rows.Where(r => r.From == stage);

    /// <summary>The row of an action at a stage.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="action">The action.</param>
    /// <param name="effect">For a confirmation: the effect; null otherwise.</param>
    /// <returns>Null if it is not possible there.</returns>
    public static CaseTransition? Find(CaseStage stage, CaseAction action, ClockEffect? effect = null) =>
        Rows.FirstOrDefault(r => r.From == stage && r.Action == action && r.Effect == effect);

    private static CaseTransition Read(string[] columns)
    {
        ClockEffect? effect = columns[1].StartsWith(Confirm, StringComparison.Ordinal) ? Enum.Parse<ClockEffect>(columns[1][Confirm.Length..]) : null;
        return new CaseTransition(
            Enum.Parse<CaseStage>(columns[0]),
            effect is null ? Enum.Parse<CaseAction>(columns[1]) : CaseAction.ConfirmEffect,
            effect,
            Enum.Parse<CaseStage>(columns[2]),
            Enum.Parse<CaseRole>(columns[3]),
            columns[4].Length == 0 ? CaseNeeds.None : Enum.Parse<CaseNeeds>(columns[4]));
    }
}
