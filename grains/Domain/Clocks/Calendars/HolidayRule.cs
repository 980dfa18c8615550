using NodaTime;

namespace Tracking.Domain.Clocks.Calendars;

/// <summary>A holiday that comes back every year by a rule.</summary>
public sealed record HolidayRule
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }
    /// <summary>How its day is found.</summary>
    public required HolidayKind Kind { get; init; }
    /// <summary>Month, 1 to 12; not for those that follow Easter.</summary>
    public int Month { get; init; }
    /// <summary>Day of the month; for a weekday on or after a day, the earliest.</summary>
    public int Day { get; init; }
    /// <summary>The weekday, for those that fall on one.</summary>
    public IsoDayOfWeek Weekday { get; init; }
    /// <summary>Which of the month's such weekdays, 1 to 5; −1: the last.</summary>
    public int Nth { get; init; }
    /// <summary>Days after Easter Sunday; negative: before.</summary>
    public int Offset { get; init; }
    /// <summary>Where it is observed when it falls on a weekend.</summary>
    public Observance Observance { get; init; }
    /// <summary>The first year; null: always.</summary>
    public int? Since { get; init; }
    /// <summary>The last year; null: still.</summary>
    public int? Until { get; init; }

    /// <summary>The day on which it is observed in a year; it may lie in the year before or after. The next free day is the calendar's to find.</summary>
    /// <param name="year">The year whose holiday it is.</param>
    /// <returns>Null if it is none in that year.</returns>
    public LocalDate? In(int year)
    {
        if (year < Since || year > Until)
        {
            return null;
        }

        return Kind switch
        {
            HolidayKind.Fixed => Day > CalendarSystem.Iso.GetDaysInMonth(year, Month) ? null : Observed(new LocalDate(year, Month, Day)),
            HolidayKind.Nth => NthWeekday(year),
            HolidayKind.OnOrAfter => OnOrAfter(new LocalDate(year, Month, Day)),
            HolidayKind.Easter => Observed(EasterSunday.Western(year).PlusDays(Offset)),
            _ => Observed(EasterSunday.Orthodox(year).PlusDays(Offset)),
        };
    }

    private LocalDate? NthWeekday(int year)
    {
        if (Nth < 0)
        {
            return new LocalDate(year, Month, CalendarSystem.Iso.GetDaysInMonth(year, Month)).PlusDays(1).Previous(Weekday);
        }

        var day = OnOrAfter(new LocalDate(year, Month, 1)).PlusWeeks(Nth - 1);
        return day.Month == Month ? day : null;
    }

    private LocalDate OnOrAfter(LocalDate day) => day.DayOfWeek == Weekday ? day : day.Next(Weekday);

    private LocalDate Observed(LocalDate day) => (Observance, day.DayOfWeek) switch
    {
        (Observance.Nearest, IsoDayOfWeek.Saturday) => day.PlusDays(-1),
        (Observance.Nearest, IsoDayOfWeek.Sunday) => day.PlusDays(1),
        _ => day,
    };
}
