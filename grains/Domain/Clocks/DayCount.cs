using NodaTime;
using Tracking.Domain.Clocks.Calendars;

namespace Tracking.Domain.Clocks;

/// <summary>Counts the days of a period. The day of the event does not count: the period starts on the day after.</summary>
public static class DayCount
{
    /// <summary>The longest period, in its units.</summary>
    public const int Longest = 1000;

    /// <summary>Counts forward.</summary>
    /// <param name="eventDay">The day of the event; for an extension the last day so far.</param>
    /// <param name="length">How many, 0 to <see cref="Longest"/>; 0 ends on the day itself.</param>
    /// <param name="unit">Of what.</param>
    /// <param name="calendar">Which days are business days.</param>
    /// <param name="from">The number that was counted before, for an extension.</param>
    /// <returns>Every day from the day after to the last day; for months that last day alone.</returns>
    public static ImmutableArray<CountedDay> Forward(LocalDate eventDay, int length, ClockUnit unit, BusinessCalendar calendar, int from = 0)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, Longest);
        if (length == 0)
        {
            return [];
        }

        return unit == ClockUnit.Months
            ? [new CountedDay(eventDay.PlusMonths(length), from + length, null)]
            : Count(eventDay, length, unit, calendar, from, step: 1);
    }

    /// <summary>Counts back: the day that lies so many units before another.</summary>
    /// <param name="end">The day before which it lies; it does not count.</param>
    /// <param name="length">How many, 0 to <see cref="Longest"/>.</param>
    /// <param name="unit">Of what.</param>
    /// <param name="calendar">Which days are business days.</param>
    public static LocalDate Back(LocalDate end, int length, ClockUnit unit, BusinessCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, Longest);
        if (length == 0)
        {
            return end;
        }

        return unit == ClockUnit.Months ? end.PlusMonths(-length) : Count(end, length, unit, calendar, 0, step: -1)[^1].Day;
    }

    /// <summary>The first business day on or after a day.</summary>
    /// <param name="day">The day.</param>
    /// <param name="calendar">The calendar.</param>
    public static LocalDate OnOrAfter(LocalDate day, BusinessCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        while (!calendar.IsBusinessDay(day))
        {
            day = day.PlusDays(1);
        }

        return day;
    }

    private static ImmutableArray<CountedDay> Count(LocalDate eventDay, int length, ClockUnit unit, BusinessCalendar calendar, int from, int step)
    {
        var days = ImmutableArray.CreateBuilder<CountedDay>();
        var (day, number) = (eventDay, 0);
        while (number < length)
        {
            day = day.PlusDays(step);
            var closed = unit == ClockUnit.BusinessDays ? calendar.WhyClosed(day) : null;
            days.Add(closed is null ? new CountedDay(day, from + ++number, null) : new CountedDay(day, null, closed));
        }

        return days.ToImmutable();
    }
}
