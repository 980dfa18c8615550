using NodaTime;
using NodaTime.Text;
using Tracking.Domain.Clocks;
using Tracking.Domain.Clocks.Calendars;
using Tracking.Domain.Clocks.Reading;

namespace Tracking.Domain.Tests.Clocks;

/// <summary>The clocks' data as it is shipped, and short ways to ask it.</summary>
internal static class Law
{
    private static readonly OffsetDateTimePattern Time = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mmo<G>");
    private static readonly LocalDateTimePattern Local = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    public static ImmutableArray<DataFile> Files { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "clocks"), "*.json", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal).Select(path => new DataFile(Path.GetFileName(path), File.ReadAllBytes(path))),
    ];

    public static ClockLibrary Library { get; } = Read([.. Files]);

    public static ClockLibrary Read(params DataFile[] files)
    {
        var library = ClockLibrary.Read(files, out var complaints);
        Assert.Empty(complaints);
        return library!;
    }

    public static Port Port(string code) => Library.PortOf(code)!;

    public static BusinessCalendar Calendar(string name) => Library.Calendars.Single(c => c.Name == name);

    /// <summary>The rule in the newest rule set that has it.</summary>
    public static (RuleSet Set, ClockRule Rule) Rule(string id)
    {
        var set = Library.RuleSets.Last(s => s.Clock(id) is not null);
        return (set, set.Clock(id)!);
    }

    /// <summary>A time with offset, or in the port's own time.</summary>
    public static Instant At(string text, Port port) =>
        Time.Parse(text) is { Success: true, Value: var time } ? time.ToInstant() : Local.Parse(text).Value.InZoneStrictly(port.Zone).ToInstant();

    public static Instant At(string text) => Time.Parse(text).Value.ToInstant();

    public static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;

    /// <summary>Facts from <c>presented=TIME; extension=TIME/15</c>.</summary>
    public static ImmutableArray<ClockFact> Facts(string text, Port port) =>
    [
        .. text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(f => f.Split('=', '/'))
            .Select(p => new ClockFact(p[0], At(p[1], port)) { Length = p.Length > 2 ? int.Parse(p[2]) : null }),
    ];

    public static ClockQuestion Question(string clock, string port, string facts, params string[] conditions)
    {
        var (set, rule) = Rule(clock);
        return new ClockQuestion
        {
            RuleSet = set,
            Basis = set.BasisOf(rule.Bases[0])!,
            Port = Port(port),
            Facts = Facts(facts, Port(port)),
            Conditions = [.. conditions],
            SwitchedOn = [clock],
        };
    }

    public static Deadline Deadline(string clock, string port, string facts, params string[] conditions) =>
        ClockRules.Sheet(Question(clock, port, facts, conditions)).Of(clock)!;
}
