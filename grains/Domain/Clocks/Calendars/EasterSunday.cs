using NodaTime;

namespace Tracking.Domain.Clocks.Calendars;

/// <summary>Easter Sunday, in the calendar that is in use.</summary>
public static class EasterSunday
{
    private static readonly CalendarSystem Julian = CalendarSystem.Julian;

    /// <summary>As the western churches count: the Gregorian rule.</summary>
    /// <param name="year">1583 to 9999.</param>
    public static LocalDate Western(int year)
    {
        // The Gregorian computus in the form that holds for all years (Meeus, Astronomical Algorithms, chapter 8).
        var (golden, century, rest) = (year % 19, year / 100, year % 100);
        var epact = ((19 * golden) + century - (century / 4) - ((century - ((century + 8) / 25) + 1) / 3) + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (rest / 4)) - epact - (rest % 4)) % 7;
        var correction = (golden + (11 * epact) + (22 * weekday)) / 451;
        var month = (epact + weekday - (7 * correction) + 114) / 31;
        var day = ((epact + weekday - (7 * correction) + 114) % 31) + 1;
        return new LocalDate(year, month, day);
    }

    /// <summary>As the orthodox churches count: the Julian rule, told in the Gregorian calendar.</summary>
    /// <param name="year">1583 to 9999.</param>
    public static LocalDate Orthodox(int year)
    {
        var moon = ((19 * (year % 19)) + 15) % 30;
        var weekday = ((2 * (year % 4)) + (4 * (year % 7)) - moon + 34) % 7;
        return new LocalDate(year, (moon + weekday + 114) / 31, ((moon + weekday + 114) % 31) + 1, Julian).WithCalendar(CalendarSystem.Iso);
    }
}
