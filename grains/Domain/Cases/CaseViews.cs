using System.Globalization;
using System.Text.Json;
using NodaTime;
using Tracking.Contracts.Cases;
using Tracking.Domain.Clocks;
using Tracking.Domain.Notices;
using Tracking.Domain.Shipments;

namespace Tracking.Domain.Cases;

/// <summary>Puts the cases of a shipment into what people and partners read.</summary>
public static class CaseViews
{
    /// <summary>All cases.</summary>
    /// <param name="state">The shipment.</param>
    /// <param name="clocks">The law.</param>
    /// <param name="now">Now.</param>
    /// <param name="showRestricted">Whether reasons and evidence, which are for the authority's eyes, are shown.</param>
    public static ImmutableArray<CaseView> Of(ShipmentState state, ClockLibrary clocks, Instant now, bool showRestricted) =>
        [.. ShipmentCases.Of(state, clocks, now).Select(c => Of(state, c, now, showRestricted))];

    /// <summary>A member of an enumeration in kebab case.</summary>
    /// <param name="value">The member.</param>
    public static string Name(Enum value) => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <summary>The member of an enumeration with a name in kebab case.</summary>
    /// <typeparam name="T">The enumeration.</typeparam>
    /// <param name="name">The name.</param>
    /// <exception cref="ArgumentException">There is none; whoever takes names from outside checks them first.</exception>
    public static T Parse<T>(string name) where T : struct, Enum =>
        Enum.GetValues<T>().Where(v => Name(v) == name).Select(v => (T?)v).FirstOrDefault() ?? throw new ArgumentException($"'{name}' is no {typeof(T).Name}.", nameof(name));

    private static CaseView Of(ShipmentState state, HeldCase held, Instant now, bool showRestricted) => new()
    {
        Hold = held.Hold.Id,
        Authority = held.Hold.Authority,
        Stage = Name(held.Case.Stage),
        Revision = held.Case.Revision,
        Options = [.. CaseRules.Open(held.Case).SelectMany(row => Options(held.Case, row))],
        Deadlines = [.. (held.Sheet?.Deadlines ?? []).Select(d => Of(held, d, now)).OrderBy(d => d.EndsAt)],
        Disclosures = showRestricted ? [.. state.Notices.Where(n => n.Authority == held.Hold.Authority && n.Hold == held.Hold.Id).Select(NoticeWords.View)] : [],
        History = [.. state.CaseChanges.Where(c => c.Authority == held.Hold.Authority && c.Change.Hold == held.Hold.Id).Select(c => Of(c.Change, showRestricted))],
    };

    private static IEnumerable<CaseOption> Options(Case @case, CaseTransition row)
    {
        ImmutableArray<string> needs = [.. Enum.GetValues<CaseNeeds>().Where(n => n != CaseNeeds.None && row.Needs.HasFlag(n)).Select(n => Name(n))];
        var option = new CaseOption(Name(row.Action), CaseWords.Of(row.Action, row.Effect), Name(row.To), Name(row.Who), needs);
        return row.Effect is not { } effect ? [option] : @case.Proposals.Where(p => p.Effect == effect).Select(p => option with { Clock = p.Deadline.Rule.Id });
    }

    private static DeadlineView Of(HeldCase held, Deadline deadline, Instant now)
    {
        var status = DeadlineRules.Status(deadline, held.Heard, now);
        return new DeadlineView
        {
            Clock = deadline.Rule.Id,
            Title = deadline.Rule.Title,
            State = ClockWords.Of(status.State),
            Since = status.Since == Instant.MinValue ? null : status.Since.ToDateTimeOffset(),
            LastDay = Day(deadline.LastDay),
            EndsAt = deadline.End.ToDateTimeOffset(),
            Zone = held.Sheet!.Port.Zone.Id,
            Port = held.Sheet.Port.Code,
            Turn = ClockWords.Of(deadline.Rule.Turn),
            Effect = deadline.Rule.EffectWords,
            IsProposed = held.Case.Proposals.Any(p => p.Deadline.Rule.Id == deadline.Rule.Id),
            EffectDay = Day(deadline.EffectDay),
            Anchor = deadline.Anchor.Fact,
            AnchorAt = deadline.Anchor.At.ToDateTimeOffset(),
            Evidence = deadline.Anchor.Evidence,
            RuleSet = deadline.RuleSet,
            Citation = deadline.Rule.Citation,
            Known = ClockWords.Of(deadline.Rule.Mark),
            Reasons = deadline.Reasons,
        };
    }

    private static CaseStep Of(CaseChanged change, bool showRestricted) => new(
        change.Revision,
        Name(change.Action),
        Name(change.To),
        $"{change.By.Name} of {change.By.Organisation}",
        change.At.ToDateTimeOffset(),
        showRestricted ? change.Reason : null,
        change.Reference,
        showRestricted ? [.. change.Evidence.Select(e => new CaseFile(e.Name, e.MediaType, e.Bytes, e.Sha256))] : []);

    private static string Day(LocalDate day) => day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
}
