using CsCheck;
using NodaTime;
using Tracking.Domain.Clocks.Calendars;

namespace Tracking.Domain.Tests.Clocks;

/// <summary>Which days are business days.</summary>
public sealed class CalendarTests
{
    private static readonly BusinessCalendar Federal = Law.Calendar("us-federal");

    [Theory]
    [InlineData(2026, "01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25")]
    [InlineData(2027, "01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31")]
    public void Federal_holidays_are_observed_as_the_law_lists_them(int year, string days)
    {
        Assert.Equal(days.Split(' ').Select(d => Law.Day($"{year}-{d}")), Federal.Holidays(year).Select(h => h.Day));
    }

    [Fact]
    public void Every_year_has_its_federal_holidays_and_none_falls_on_a_weekend()
    {
        for (var year = 2022; year <= 2150; year++)
        {
            var days = Federal.Holidays(year).Where(h => !h.Name.Contains("executive order", StringComparison.Ordinal)).ToList();
            Assert.InRange(days.Count, 10, 12);
            Assert.DoesNotContain(days, h => h.Day.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday);
        }
    }

    [Theory]
    [InlineData("2025-01-09", "closed by executive order, day of mourning")]
    [InlineData("2026-12-25", "Christmas Day")]
    [InlineData("2026-12-26", "Saturday")]
    [InlineData("2026-12-24", null)]
    [InlineData("2020-06-19", null)]
    [InlineData("2021-06-18", "Juneteenth")]
    public void A_day_says_why_it_is_closed(string day, string? why) => Assert.Equal(why, Federal.WhyClosed(Law.Day(day)));

    [Theory]
    [InlineData(1961, "1961-04-02")]
    [InlineData(2024, "2024-03-31")]
    [InlineData(2026, "2026-04-05")]
    [InlineData(2027, "2027-03-28")]
    [InlineData(2038, "2038-04-25")]
    [InlineData(2285, "2285-03-22")]
    public void Easter_falls_on_its_known_days(int year, string day) => Assert.Equal(Law.Day(day), EasterSunday.Western(year));

    [Theory]
    [InlineData(2024, "2024-05-05")]
    [InlineData(2025, "2025-04-20")]
    [InlineData(2026, "2026-04-12")]
    [InlineData(2027, "2027-05-02")]
    public void Orthodox_Easter_falls_on_its_known_days(int year, string day) => Assert.Equal(Law.Day(day), EasterSunday.Orthodox(year));

    [Fact]
    public void Every_Easter_is_a_Sunday_in_its_season()
    {
        Gen.Int[1583, 2500].Sample(year =>
        {
            var (western, orthodox) = (EasterSunday.Western(year), EasterSunday.Orthodox(year));
            return western.DayOfWeek == IsoDayOfWeek.Sunday && orthodox.DayOfWeek == IsoDayOfWeek.Sunday && orthodox >= western
                && western >= new LocalDate(year, 3, 22) && western <= new LocalDate(year, 4, 25);
        });
    }

    [Theory]
    [InlineData("eu-de", "2026-04-03 2026-04-06 2026-05-01 2026-05-14 2026-05-25 2026-12-25", "2026-12-24 2026-07-14")]
    [InlineData("eu-fr", "2026-04-06 2026-05-14 2026-07-14 2026-11-11", "2026-04-03 2025-12-26 2026-12-24")]
    [InlineData("eu-gr", "2026-02-23 2026-04-10 2026-04-13 2026-06-01", "2026-04-03 2026-04-06")]
    [InlineData("eu-se", "2026-06-19 2026-12-24 2026-12-31", "2026-06-26")]
    [InlineData("eu-ie", "2026-02-02 2026-03-17 2026-10-26 2026-12-28", "2026-04-03 2026-12-29")]
    [InlineData("eu-bg", "2027-12-24 2027-12-27 2027-12-28", "2027-12-29")]
    [InlineData("eu-sk", "2026-05-01 2027-09-15", "2026-05-08 2026-09-15 2026-11-17")]
    [InlineData("eu-institutions", "2026-04-02 2026-05-15 2026-12-24 2026-12-31", "2026-12-23")]
    public void A_member_states_days_follow_its_own_holidays(string calendar, string closed, string open)
    {
        var days = Law.Calendar(calendar);

        Assert.All(closed.Split(' '), d => Assert.False(days.IsBusinessDay(Law.Day(d)), d));
        Assert.All(open.Split(' '), d => Assert.True(days.IsBusinessDay(Law.Day(d)), d));
    }

    [Fact]
    public void Every_member_state_and_the_institutions_have_a_calendar_and_a_port()
    {
        string[] members = ["at", "be", "bg", "cy", "cz", "de", "dk", "ee", "es", "fi", "fr", "gr", "hr", "hu", "ie", "it", "lt", "lu", "lv", "mt", "nl", "pl", "pt", "ro", "se", "si", "sk"];

        Assert.Equal(members.Select(m => $"eu-{m}").Append("eu-institutions").Append("us-federal").Order(), Law.Library.Calendars.Select(c => c.Name).Order());
        Assert.All(members, m => Assert.Contains(Law.Library.Ports, p => p.Calendar.Name == $"eu-{m}"));
    }

    [Fact]
    public void A_published_list_counts_alone_in_its_year_and_closures_come_on_top()
    {
        var calendar = new BusinessCalendar
        {
            Name = "x",
            Title = "x",
            Mark = Domain.Clocks.SourceMark.General,
            Source = "x",
            Rules = [new HolidayRule { Name = "By rule", Kind = HolidayKind.Fixed, Month = 3, Day = 3 }],
            Lists = ImmutableDictionary<int, ImmutableArray<Holiday>>.Empty.Add(2026, [new Holiday(Law.Day("2026-03-04"), "By list")]),
            Closures = [new Holiday(Law.Day("2026-03-05"), "Closed besides")],
            Opened = [Law.Day("2026-03-07"), Law.Day("2027-03-03")],
        };

        Assert.Equal([null, "By list", "Closed besides", null, null, "Sunday"], Enumerable.Range(3, 6).Select(d => calendar.WhyClosed(new LocalDate(2026, 3, d))));
        Assert.Equal(("By rule", null), (calendar.WhyClosed(Law.Day("2028-03-03")), calendar.WhyClosed(Law.Day("2027-03-03"))));
    }
}
