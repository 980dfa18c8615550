using Tracking.Domain.Cases;

namespace Tracking.Domain.Notices;

/// <summary>Which notice goes to whom, at which stages of a case, and what it brings about for what may be said: the one table.</summary>
/// <remarks>
/// 'At least' is the stage of disclosure that the notice itself makes: a notice of detention says what may be said with it.
/// 'Facts' are what clocks hear when it is issued, as far as the rule set of the hold knows them; of a disclosure those of the
/// stage at which it is made.
/// </remarks>
public static class NoticeTable
{
    private const string Text = """
        notice           | to           | stages of the case                                                                | at least     | facts
        Hold             | Carrier      | Placed Claimed ExamOrdered Examined Sampled Detained AbandonmentOffered Excluded Seized | BeforeNotice |
        Detention        | Importer     | Detained AbandonmentOffered                                                       | WithNotice   | notice
        Seizure          | Importer     | Seized InCourt Forfeited                                                          | AfterSeizure | seizure-notice
        Disclosure       | RightHolder  | Placed Claimed ExamOrdered Examined Sampled Detained AbandonmentOffered Excluded Abandoned Seized InCourt Forfeited | BeforeNotice | WithNotice:owner-informed AfterAnswerPeriod:owner-informed AfterSeizure:owner-notice
        AbandonmentOffer | Importer     | Detained                                                                          | WithNotice   |
        """;

    private static readonly ImmutableDictionary<NoticeKind, NoticeRow> Rows = Text.Split('\n').Skip(1)
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
        .Select(Read)
        .ToImmutableDictionary(row => row.Kind);

    /// <summary>The row of a notice.</summary>
    /// <param name="kind">The notice.</param>
    public static NoticeRow Of(NoticeKind kind) => Rows[kind];

    private static NoticeRow Read(string[] columns) => new(
        Enum.Parse<NoticeKind>(columns[0]),
        Enum.Parse<NoticeRecipient>(columns[1]),
        [.. Words(columns[2]).Select(stage => Enum.Parse<CaseStage>(stage))],
        Enum.Parse<DisclosureStage>(columns[3]),
        [.. Words(columns[4]).Select(Fact)]);

    private static NoticeFact Fact(string text) => text.Split(':') is [var stage, var fact]
        ? new NoticeFact(Enum.Parse<DisclosureStage>(stage), fact)
        : new NoticeFact(null, text);

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>A row of the table of notices.</summary>
/// <param name="Kind">The notice.</param>
/// <param name="To">To whom it goes.</param>
/// <param name="Stages">The stages of a case at which it is possible.</param>
/// <param name="AtLeast">The stage of disclosure that it makes, where the case is not beyond it.</param>
/// <param name="Facts">What clocks hear when it is issued.</param>
public sealed record NoticeRow(NoticeKind Kind, NoticeRecipient To, ImmutableArray<CaseStage> Stages, DisclosureStage AtLeast, ImmutableArray<NoticeFact> Facts);

/// <summary>What clocks hear when a notice is issued.</summary>
/// <param name="Stage">At this stage of disclosure; null: at any.</param>
/// <param name="Name">The fact's name in rule sets.</param>
public readonly record struct NoticeFact(DisclosureStage? Stage, string Name);
