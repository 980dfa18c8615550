namespace Tracking.Domain.Clocks.Reading;

/// <summary>Reads one version of a jurisdiction's clocks.</summary>
internal static class RuleSetReader
{
    /// <summary>A rule set as its file has it: what it takes over from another is not yet in it.</summary>
    public sealed record Draft(DataRow Row, RuleSet Own, string? Extends, ImmutableArray<string> Without);

    public static Draft Read(DataRow row)
    {
        var own = new RuleSet
        {
            Name = row.Text("ruleSet"),
            Jurisdiction = row.Text("jurisdiction"),
            Title = row.Text("title"),
            From = row.OptionalDate("from"),
            Until = row.OptionalDate("until"),
            Bases = [.. row.Rows("bases", "basis", "basis").Select(Basis)],
            Facts = [.. row.Rows("facts", "fact", "fact").Select(Term)],
            Clocks = [.. row.Rows("clocks", "clock", "id").Select(Clock)],
        };
        var draft = new Draft(row, own, row.OptionalText("extends"), row.Texts("without"));
        if (own.From > own.Until)
        {
            row.Complain("until", $"lies before 'from', {own.From}; write a later day or leave it out.");
        }

        row.Done();
        return draft;
    }

    private static LegalBasis Basis(DataRow row)
    {
        var basis = new LegalBasis(row.Text("basis"), row.Text("title"), row.Texts("also"));
        row.Done();
        return basis;
    }

    private static FactTerm Term(DataRow row)
    {
        var term = new FactTerm(row.Text("fact"), row.Text("words"), row.ChoiceList<Speaker>("saidBy"));
        if (term.SaidBy.IsEmpty)
        {
            row.Complain("saidBy", "names nobody; write who may say it: authority, importer, right-holder or court.");
        }

        // An arrival scan is no presentation: a carrier starts no legal clock, and presented is the authority's word alone.
        if (term.SaidBy.Contains(Speaker.Carrier))
        {
            row.Complain("saidBy", "names the carrier; no legal clock listens to a carrier, take it out.");
        }

        if (term.Name == ClockFact.Presented && term.SaidBy is not [Speaker.Authority])
        {
            row.Complain("saidBy", "must be [\"authority\"]: that goods are presented is only ever said by the authority.");
        }

        row.Done();
        return term;
    }

    private static ClockRule Clock(DataRow row)
    {
        var effect = row.Inner("effect");
        var rule = new ClockRule
        {
            Id = row.Text("id"),
            Title = row.Text("title"),
            Bases = row.Texts("bases"),
            Starts = row.Texts("starts"),
            StartsAtLapseOf = row.OptionalText("startsAtLapseOf"),
            EndsBefore = row.OptionalText("endsBefore"),
            OnlyAfter = row.OptionalText("onlyAfter"),
            Length = row.Number("length", 0, DayCount.Longest),
            Unit = row.Choice<ClockUnit>("unit"),
            Variants = [.. row.Rows("variants", $"{row.Row}, variant", "if").Select(Variant)],
            MovesToBusinessDay = row.Flag("movesToBusinessDay"),
            Turn = row.Choice<ClockTurn>("turn"),
            Effect = effect?.Choice<ClockEffect>("kind") ?? ClockEffect.Breach,
            EffectWords = effect?.Text("words") ?? "late",
            EffectOnLastDay = effect?.Flag("onLastDay") ?? false,
            MetBy = row.Texts("metBy"),
            StoppedBy = row.Texts("stoppedBy"),
            Extension = row.Inner("extension") is { } extension ? Extension(extension) : null,
            WarnDays = row.OptionalNumber("warnDays", 0, 100),
            Citation = row.Text("citation"),
            Mark = Mark(row),
            Note = row.OptionalText("note"),
            OffByDefault = row.Flag("offByDefault"),
        };
        if (effect is null)
        {
            row.Complain("effect", "is missing; write { \"kind\": \"breach\", \"words\": \"…\" } where nothing follows.");
        }

        effect?.Done();
        CheckAlone(row, rule);
        row.Done();
        return rule;
    }

    private static void CheckAlone(DataRow row, ClockRule rule)
    {
        if (rule.Bases.IsEmpty)
        {
            row.Complain("bases", "is empty; name at least one legal basis, or no hold has this clock.");
        }

        if (rule.EndsBefore is null == rule.Starts.IsEmpty)
        {
            row.Complain("starts", "must name the facts that start the clock; leave it out only where 'endsBefore' names another clock.");
        }

        if (rule.Mark == SourceMark.Partly && rule.Note is null)
        {
            row.Complain("note", "is missing; say what of the row was not seen in a source.");
        }

        if (rule.MovesToBusinessDay && rule.Unit == ClockUnit.BusinessDays)
        {
            row.Complain("movesToBusinessDay", "says nothing for business days; leave it out.");
        }
    }

    private static ClockVariant Variant(DataRow row)
    {
        var variant = new ClockVariant(row.Text("if"), row.Number("length", 0, DayCount.Longest));
        row.Done();
        return variant;
    }

    private static ClockExtension Extension(DataRow row)
    {
        var extension = new ClockExtension(row.Text("by"), row.OptionalNumber("most", 1, DayCount.Longest), row.Texts("notFor"));
        row.Done();
        return extension;
    }

    /// <summary>The mark of a row: s, partly or g.</summary>
    public static SourceMark Mark(DataRow row)
    {
        switch (row.Text("mark"))
        {
            case "s":
                return SourceMark.Seen;
            case "partly":
                return SourceMark.Partly;
            case "g":
                return SourceMark.General;
            default:
                row.Complain("mark", "is none of s (seen in the source that is cited), partly (the note says what was not) and g (general knowledge).");
                return SourceMark.General;
        }
    }
}
