namespace Tracking.Domain.Notices;

/// <summary>What may be said to whom at which stage: the one table. What it does not name is redacted.</summary>
/// <remarks>
/// Sources: 19 CFR 133.21(b) to (e), 133.52, CBP Dec. 15-12. That tracking numbers name a party, and what the
/// carrier needs to find the goods, is general knowledge. From a
/// stage on, a field may be said at all later ones.
/// </remarks>
public static class DisclosureTable
{
    private const string Text = """
        field                 | importer     | right-holder      | carrier
        Reference             | WithNotice   | WithNotice        | BeforeNotice
        LegalBasis            | WithNotice   | WithNotice        | never
        ImportedOn            | WithNotice   | WithNotice        | never
        PortOfEntry           | WithNotice   | WithNotice        | BeforeNotice
        Description           | WithNotice   | WithNotice        | never
        Quantity              | WithNotice   | WithNotice        | BeforeNotice
        CountryOfOrigin       | WithNotice   | WithNotice        | never
        Manufacturer          | never        | AfterSeizure      | never
        Exporter              | never        | AfterSeizure      | never
        Importer              | WithNotice   | AfterSeizure      | never
        TrackingNumber        | WithNotice   | never             | BeforeNotice
        Deadlines             | WithNotice   | never             | never
        RedactedImages        | BeforeNotice | BeforeNotice      | never
        WholeImagesAndSamples | BeforeNotice | AfterAnswerPeriod | never
        Abandonment           | WithNotice   | never             | never
        """;

    private static readonly NoticeRecipient[] Columns = [NoticeRecipient.Importer, NoticeRecipient.RightHolder, NoticeRecipient.Carrier];

    private static readonly ImmutableDictionary<(NoticeField Field, NoticeRecipient To), DisclosureStage> From = Text.Split('\n').Skip(1)
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
        .SelectMany(c => Columns.Select((to, index) => (Field: c[0], To: to, From: c[index + 1])))
        .Where(c => c.From != "never")
        .ToImmutableDictionary(c => (Enum.Parse<NoticeField>(c.Field), c.To), c => Enum.Parse<DisclosureStage>(c.From));

    /// <summary>Whether something may be said.</summary>
    /// <param name="field">What.</param>
    /// <param name="to">To whom.</param>
    /// <param name="stage">At which stage.</param>
    public static bool MaySay(NoticeField field, NoticeRecipient to, DisclosureStage stage) => From.TryGetValue((field, to), out var from) && stage >= from;
}
