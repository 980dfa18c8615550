using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using Tracking.Domain.Clocks;

namespace Tracking.Dashboard.Clocks;

/// <summary>The deadlines of a hold as JSON; times bear the port's offset.</summary>
internal sealed record ClockReport
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // The text goes to a terminal or a file, not into a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public required string RuleSet { get; init; }
    public required string Basis { get; init; }
    public required PortReport Port { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Notice { get; init; }
    public required IReadOnlyList<DeadlineReport> Deadlines { get; init; }
    public required IReadOnlyList<WaitingReport> Waiting { get; init; }
    public required IReadOnlyList<IgnoredReport> Ignored { get; init; }

    public static string Json(ClockSheet sheet, ClockQuestion question, Instant now) => JsonSerializer.Serialize(Of(sheet, question, now), Options);

    private static ClockReport Of(ClockSheet sheet, ClockQuestion question, Instant now)
    {
        var port = sheet.Port;
        var (facts, _) = ClockRules.Listen(sheet.RuleSet, question.Facts);
        return new ClockReport
        {
            RuleSet = sheet.RuleSet.Name,
            Basis = sheet.Basis.Name,
            Port = new PortReport(port.Code, port.Name, port.Jurisdiction, port.Zone.Id, port.Calendar.Name, port.Calendar.Mark, ClockWords.Of(port.Calendar.Mark)),
            At = Moment(now, port),
            Notice = ClockWords.NotLegalAdvice,
            Deadlines = [.. sheet.Deadlines.Select(d => Deadline(d, facts, port, now))],
            Waiting = [.. sheet.Waiting.Select(w => new WaitingReport(w.Rule.Id, w.Rule.Title, w.Why, w.Rule.Citation, w.Rule.Mark, ClockWords.Of(w.Rule.Mark), w.Rule.Note))],
            Ignored = [.. sheet.Ignored.Select(i => new IgnoredReport(i.Fact.Name, Moment(i.Fact.At, port), i.Why))],
        };
    }

    private static DeadlineReport Deadline(Deadline deadline, System.Collections.Immutable.ImmutableArray<ClockFact> facts, Port port, Instant now)
    {
        var (rule, anchor) = (deadline.Rule, deadline.Anchor);
        var status = DeadlineRules.Status(deadline, facts, now);
        return new DeadlineReport
        {
            Clock = rule.Id,
            Title = rule.Title,
            Turn = rule.Turn,
            State = status.State,
            Since = status.State == DeadlineState.Expected ? null : Moment(status.Since, port),
            SettledBy = status.By?.Name,
            Anchor = new AnchorReport(anchor.Fact, Moment(anchor.At, port), Day(anchor.Day), anchor.IsLapse),
            FirstDay = Day(deadline.FirstDay),
            LastDay = Day(deadline.LastDay),
            Starts = Moment(deadline.Start, port),
            EndsBefore = Moment(deadline.End, port),
            WarnsFrom = Moment(deadline.WarnFrom, port),
            DueFrom = Moment(deadline.DueFrom, port),
            ExtendedAt = deadline.ExtendedAt is { } extended ? Moment(extended, port) : null,
            Effect = new EffectReport(rule.Effect, rule.EffectWords, Day(deadline.EffectDay), DeadlineRules.Proposal(deadline, facts, now) is not null),
            Citation = rule.Citation,
            Mark = rule.Mark,
            MarkWords = ClockWords.Of(rule.Mark),
            Note = rule.Note,
            Reasons = deadline.Reasons,
            Days = [.. deadline.Days.Select(d => new DayReport(Day(d.Day), d.Number, d.WhyNot))],
        };
    }

    private static DateTimeOffset Moment(Instant instant, Port port) => instant.InZone(port.Zone).ToDateTimeOffset();

    private static DateOnly Day(LocalDate day) => day.ToDateOnly();
}

internal sealed record PortReport(string Code, string Name, string Jurisdiction, string Zone, string Calendar, SourceMark CalendarMark, string CalendarMarkWords);

internal sealed record AnchorReport(string Fact, DateTimeOffset At, DateOnly Day, bool IsLapse);

internal sealed record EffectReport(ClockEffect Kind, string Words, DateOnly Day, bool IsProposed);

internal sealed record DayReport(DateOnly Day, int? Number, string? WhyNot);

internal sealed record WaitingReport(string Clock, string Title, string Why, string Citation, SourceMark Mark, string MarkWords, string? Note);

internal sealed record IgnoredReport(string Fact, DateTimeOffset At, string Why);

/// <summary>One deadline. <c>EndsBefore</c> is the first moment after its last day: what happens before it is in time.</summary>
internal sealed record DeadlineReport
{
    public required string Clock { get; init; }
    public required string Title { get; init; }
    public required ClockTurn Turn { get; init; }
    public required DeadlineState State { get; init; }
    public DateTimeOffset? Since { get; init; }
    public string? SettledBy { get; init; }
    public required AnchorReport Anchor { get; init; }
    public required DateOnly FirstDay { get; init; }
    public required DateOnly LastDay { get; init; }
    public required DateTimeOffset Starts { get; init; }
    public required DateTimeOffset EndsBefore { get; init; }
    public required DateTimeOffset WarnsFrom { get; init; }
    public required DateTimeOffset DueFrom { get; init; }
    public DateTimeOffset? ExtendedAt { get; init; }
    public required EffectReport Effect { get; init; }
    public required string Citation { get; init; }
    public required SourceMark Mark { get; init; }
    public required string MarkWords { get; init; }
    public string? Note { get; init; }
    public required IReadOnlyList<string> Reasons { get; init; }
    public required IReadOnlyList<DayReport> Days { get; init; }
}
