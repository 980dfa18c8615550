using Tracking.Domain.Clocks;

namespace Tracking.Domain.Tests.Clocks;

/// <summary>Every clock, against dates that were worked out apart from the program (<c>ClockRows.txt</c>).</summary>
public sealed class ClockRowTests
{
    public static TheoryData<string, string, string, string, string, string> Rows()
    {
        var rows = new TheoryData<string, string, string, string, string, string>();
        foreach (var c in Lines())
        {
            rows.Add(c[0], c[1], c[2], c[3], c[4], c[5]);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_deadline_ends_on_the_day_that_was_worked_out(string clock, string port, string conditions, string facts, string last, string effect)
    {
        var deadline = Law.Deadline(clock, port, facts, conditions.Split(',', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal((Law.Day(last), Law.Day(effect)), (deadline.LastDay, deadline.EffectDay));
        Assert.Equal(Law.Port(port).StartOf(Law.Day(last).PlusDays(1)), deadline.End);
        Assert.NotEmpty(deadline.Reasons);
    }

    [Fact]
    public void No_clock_that_is_shipped_lacks_its_dates()
    {
        var counts = Lines().CountBy(c => c[0]).ToDictionary();

        Assert.All(Law.Library.RuleSets.SelectMany(s => s.Clocks), c => Assert.True(counts.GetValueOrDefault(c.Id) >= 2, c.Id));
    }

    private static IEnumerable<string[]> Lines()
    {
        using var reader = new StreamReader(typeof(ClockRowTests).Assembly.GetManifestResourceStream("ClockRows.txt")!);
        return [.. reader.ReadToEnd().Split('\n').Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('|', StringSplitOptions.TrimEntries))];
    }
}
