namespace Tracking.Domain.Notices;

/// <summary>What may be said to whom at which stage: the one table. What it does not name is redacted.</summary>
/// <remarks>
/// Sources: 19 CFR 133.21(b) to (e), 133.52, CBP Dec. 15-12. That tracking numbers name a party is general knowledge. From a
/// stage on, a field may be said at all later ones.
/// </remarks>
public static class DisclosureTable
{
    private const string Text = """
        field                 | importer     | right-holder
        Reference             | WithNotice   | WithNotice
        LegalBasis            | WithNotice   | WithNotice
        ImportedOn            | WithNotice   | WithNotice
        PortOfEntry           | WithNotice   | WithNotice
        Description           | WithNotice   | WithNotice
        Quantity              | WithNotice   | WithNotice
        CountryOfOrigin       | WithNotice   | WithNotice
        Manufacturer          | never        | AfterSeizure
        Exporter              | never        | AfterSeizure
        Importer              | WithNotice   | AfterSeizure
        TrackingNumber        | WithNotice   | never
        Deadlines             | WithNotice   | never
        RedactedImages        | BeforeNotice | BeforeNotice
        WholeImagesAndSamples | BeforeNotice | AfterAnswerPeriod
        """;

    private static readonly ImmutableDictionary<(NoticeField Field, NoticeRecipient To), DisclosureStage> From = Text.Split('\n').Skip(1)
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
        .SelectMany(c => new[] { (Field: c[0], To: NoticeRecipient.Importer, From: c[1]), (Field: c[0], To: NoticeRecipient.RightHolder, From: c[2]) })
        .Where(c => c.From != "never")
        .ToImmutableDictionary(c => (Enum.Parse<NoticeField>(c.Field), c.To), c => Enum.Parse<DisclosureStage>(c.From));

    /// <summary>Whether something may be said.</summary>
    /// <param name="field">What.</param>
    /// <param name="to">To whom.</param>
    /// <param name="stage">At which stage.</param>
    public static bool MaySay(NoticeField field, NoticeRecipient to, DisclosureStage stage) => From.TryGetValue((field, to), out var from) && stage >= from;
}
