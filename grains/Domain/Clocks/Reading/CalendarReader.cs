using NodaTime;
using Tracking.Domain.Clocks.Calendars;

namespace Tracking.Domain.Clocks.Reading;

/// <summary>Reads calendars.</summary>
internal static class CalendarReader
{
    public static BusinessCalendar Read(DataRow row)
    {
        var calendar = new BusinessCalendar
        {
            Name = row.Text("calendar"),
            Title = row.Text("title"),
            Mark = RuleSetReader.Mark(row),
            Source = row.Text("source"),
            Weekend = row.Has("weekend") ? [.. row.ChoiceList<IsoDayOfWeek>("weekend").Where(d => d != IsoDayOfWeek.None)] : [IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday],
            Rules = [.. row.Rows("holidays", $"calendar '{row.OptionalText("calendar")}', holiday", "name").Select(Rule)],
            Lists = Lists(row),
            Closures = Days(row, "closures", null),
            Opened = row.Dates("opened"),
        };
        if (calendar.Weekend.Distinct().Count() == 7)
        {
            row.Complain("weekend", "names every day of the week; leave at least one on which business is done.");
        }

        row.Done();
        return calendar;
    }

    private static ImmutableDictionary<int, ImmutableArray<Holiday>> Lists(DataRow row)
    {
        var lists = ImmutableDictionary.CreateBuilder<int, ImmutableArray<Holiday>>();
        var years = row.Inner("years");
        foreach (var name in years?.Names() ?? [])
        {
            if (int.TryParse(name, out var year) && year is >= 1900 and <= 2200)
            {
                lists[year] = Days(years!, name, year);
            }
            else
            {
                years!.Complain(name, "is no year; write the years of the lists as 1900 to 2200.");
            }
        }

        return lists.ToImmutable();
    }

    private static ImmutableArray<Holiday> Days(DataRow row, string field, int? year)
    {
        var days = ImmutableArray.CreateBuilder<Holiday>();
        foreach (var item in row.Rows(field, $"{row.Row}, {field}", "date"))
        {
            var day = new Holiday(item.Date("date"), item.Text("name"));
            if (year is { } listed && day.Day.Year != listed)
            {
                item.Complain("date", $"is {day.Day.Year}-{day.Day.Month:00}-{day.Day.Day:00}; the list is that of {listed}.");
            }

            item.Done();
            days.Add(day);
        }

        return days.ToImmutable();
    }

    private static HolidayRule Rule(DataRow row)
    {
        var kind = Kind(row);
        var byEaster = kind is HolidayKind.Easter or HolidayKind.OrthodoxEaster;
        var rule = new HolidayRule
        {
            Name = row.Text("name"),
            Kind = kind,
            Month = byEaster ? 0 : row.Number("month", 1, 12),
            Day = byEaster || kind == HolidayKind.Nth ? 0 : row.Number("day", 1, 31),
            Weekday = byEaster || kind == HolidayKind.Fixed ? IsoDayOfWeek.None : row.Choice<IsoDayOfWeek>("weekday"),
            Nth = kind == HolidayKind.Nth ? row.Number("nth", -1, 5) : 0,
            Offset = kind == HolidayKind.Easter ? row.Number("easter", -100, 100) : kind == HolidayKind.OrthodoxEaster ? row.Number("orthodoxEaster", -100, 100) : 0,
            Observance = row.Choice<Observance>("observed", Observance.OwnDay),
            Since = row.OptionalNumber("since", 1500, 2200),
            Until = row.OptionalNumber("until", 1500, 2200),
        };
        CheckDay(row, rule);
        row.Done();
        return rule;
    }

    private static HolidayKind Kind(DataRow row) =>
        row.Has("easter") ? HolidayKind.Easter
        : row.Has("orthodoxEaster") ? HolidayKind.OrthodoxEaster
        : row.Has("nth") ? HolidayKind.Nth
        : row.Has("weekday") ? HolidayKind.OnOrAfter
        : HolidayKind.Fixed;

    private static void CheckDay(DataRow row, HolidayRule rule)
    {
        // 2024 had a 29 February.
        if (rule.Kind is HolidayKind.Fixed or HolidayKind.OnOrAfter && rule.Day > CalendarSystem.Iso.GetDaysInMonth(2024, rule.Month))
        {
            row.Complain("day", $"is {rule.Day}; month {rule.Month} has no such day.");
        }

        if (rule.Kind == HolidayKind.OnOrAfter && rule is { Month: 2, Day: 29 })
        {
            row.Complain("day", "is 29 February, which most years do not have; write 1 March.");
        }

        if (rule is { Kind: HolidayKind.Nth, Nth: 0 })
        {
            row.Complain("nth", "is 0; write 1 to 5, or -1 for the last.");
        }

        if (rule.Kind is HolidayKind.Nth or HolidayKind.OnOrAfter && rule.Weekday == IsoDayOfWeek.None)
        {
            row.Complain("weekday", "is missing; write monday to sunday.");
        }

        if (rule.Kind is HolidayKind.Nth or HolidayKind.OnOrAfter && rule.Observance != Observance.OwnDay)
        {
            row.Complain("observed", "says nothing for a holiday that is always on one weekday; leave it out.");
        }
    }
}
