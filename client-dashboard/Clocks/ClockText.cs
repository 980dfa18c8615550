using NodaTime;
using NodaTime.Text;
using Spectre.Console;
using Tracking.Domain.Clocks;

namespace Tracking.Dashboard.Clocks;

/// <summary>The deadlines of a hold as a table, and how each was counted.</summary>
internal static class ClockText
{
    private static readonly ZonedDateTimePattern Time = ZonedDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm o<m>", DateTimeZoneProviders.Tzdb);

    public static void Write(IAnsiConsole console, ClockSheet sheet, ClockQuestion question, Instant now)
    {
        var (set, port) = (sheet.RuleSet, sheet.Port);
        var (facts, _) = ClockRules.Listen(set, question.Facts);
        Line(console, $"{set.Name}: {set.Title}");
        Line(console, $"{sheet.Basis.Name}: {sheet.Basis.Title}");
        Line(console, $"Port {port.Code}, {port.Name}: {port.Zone.Id}, calendar {port.Calendar.Name} ({ClockWords.Of(port.Calendar.Mark)})");
        Line(console, $"As of {Moment(now, port)}; every anchor is taken as said by the authority.");
        Line(console, "");
        console.Write(Table(sheet, facts, now));
        foreach (var deadline in sheet.Deadlines)
        {
            WriteCounting(console, deadline);
        }

        WriteRest(console, sheet);
        Line(console, "");
        Line(console, ClockWords.NotLegalAdvice);
    }

    private static Table Table(ClockSheet sheet, System.Collections.Immutable.ImmutableArray<ClockFact> facts, Instant now)
    {
        var table = new Table().AddColumns("clock", "whose turn", "last day", "state", "when it runs out");
        foreach (var deadline in sheet.Deadlines)
        {
            var rule = deadline.Rule;
            var status = DeadlineRules.Status(deadline, facts, now);
            var proposed = DeadlineRules.Proposal(deadline, facts, now) is null ? "" : "; proposed, an officer confirms";
            table.AddRow(
                new Text($"{rule.Id}\n{rule.Title}{(rule.Mark == SourceMark.Seen ? "" : $"\n({ClockWords.Of(rule.Mark)})")}"),
                new Text(ClockWords.Of(rule.Turn)),
                new Text(ClockWords.Of(deadline.LastDay)),
                new Text(status.State.ToString().ToLowerInvariant() + (status.By is { } by ? $" ({by.Name})" : "")),
                new Text($"{rule.EffectWords} ({ClockWords.Of(deadline.EffectDay)}{proposed})"));
        }

        return table;
    }

    private static void WriteCounting(IAnsiConsole console, Deadline deadline)
    {
        var rule = deadline.Rule;
        Line(console, "");
        Line(console, $"{rule.Id}: {rule.Citation}; {ClockWords.Of(rule.Mark)}.{(rule.Note is { } note ? $" {note}" : "")}");
        foreach (var reason in deadline.Reasons)
        {
            Line(console, $"  {reason}");
        }
    }

    private static void WriteRest(IAnsiConsole console, ClockSheet sheet)
    {
        if (!sheet.Waiting.IsEmpty)
        {
            Line(console, "");
            Line(console, "Not started:");
        }

        foreach (var waiting in sheet.Waiting)
        {
            Line(console, $"  {waiting.Rule.Id} ({waiting.Rule.Title}; {waiting.Rule.Citation}; {ClockWords.Of(waiting.Rule.Mark)}): {waiting.Why}");
        }

        foreach (var ignored in sheet.Ignored)
        {
            Line(console, $"Not counted: {ignored.Why}");
        }
    }

    private static string Moment(Instant instant, Port port) => Time.Format(instant.InZone(port.Zone));

    private static void Line(IAnsiConsole console, string text)
    {
        console.Write(new Text(text));
        console.WriteLine();
    }
}
