using System.Collections.Concurrent;
using System.Collections.Frozen;
using NodaTime;

namespace Tracking.Domain.Clocks.Calendars;

/// <summary>Which days are business days: all but weekends and holidays.</summary>
/// <remarks>
/// A year whose published list is there is taken from that list alone; any other year follows the rules. Closures come on
/// top of both, and what is opened again goes from both.
/// </remarks>
public sealed class BusinessCalendar
{
    // What a year's holidays are follows from the data alone: kept once it was computed.
    private readonly ConcurrentDictionary<int, FrozenDictionary<LocalDate, string>> years = new();

    /// <summary>Its name, for example <c>us-federal</c>.</summary>
    public required string Name { get; init; }
    /// <summary>What it is, for people.</summary>
    public required string Title { get; init; }
    /// <summary>How well it is known.</summary>
    public required SourceMark Mark { get; init; }
    /// <summary>Where it comes from.</summary>
    public required string Source { get; init; }
    /// <summary>The days of the week on which nothing is done.</summary>
    public ImmutableArray<IsoDayOfWeek> Weekend { get; init; } = [IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday];
    /// <summary>Holidays by rule.</summary>
    public ImmutableArray<HolidayRule> Rules { get; init; } = [];
    /// <summary>Published lists by year.</summary>
    public ImmutableDictionary<int, ImmutableArray<Holiday>> Lists { get; init; } = ImmutableDictionary<int, ImmutableArray<Holiday>>.Empty;
    /// <summary>Days that are closed besides, by executive order for example.</summary>
    public ImmutableArray<Holiday> Closures { get; init; } = [];
    /// <summary>Holidays, or days of a weekend, that are business days all the same.</summary>
    public ImmutableArray<LocalDate> Opened { get; init; } = [];

    /// <summary>The same calendar, closed or open on a day on which it was not.</summary>
    /// <param name="closed">A day on which it is closed; null: none.</param>
    /// <param name="opened">A day on which it is open; null: none.</param>
    public BusinessCalendar With(Holiday? closed, LocalDate? opened) => new()
    {
        Name = Name,
        Title = Title,
        Mark = Mark,
        Source = Source,
        Weekend = Weekend,
        Rules = Rules,
        Lists = Lists,
        Closures = closed is { } day ? Closures.Add(day) : Closures,
        Opened = opened is { } open ? Opened.Add(open) : Opened,
    };

    /// <summary>Whether a day is a business day.</summary>
    /// <param name="day">The day.</param>
    public bool IsBusinessDay(LocalDate day) => WhyClosed(day) is null;

    /// <summary>Why a day is no business day.</summary>
    /// <param name="day">The day.</param>
    /// <returns>The holiday's name or the weekday; null for a business day.</returns>
    public string? WhyClosed(LocalDate day)
    {
        if (Opened.Contains(day))
        {
            return null;
        }

        return HolidaysOf(day.Year).TryGetValue(day, out var name) ? name : Weekend.Contains(day.DayOfWeek) ? day.DayOfWeek.ToString() : null;
    }

    /// <summary>The holidays that are observed in a year, in order; some may fall on a weekend.</summary>
    /// <param name="year">The year.</param>
    public IEnumerable<Holiday> Holidays(int year) => HolidaysOf(year).OrderBy(h => h.Key).Select(h => new Holiday(h.Key, h.Value));

    private FrozenDictionary<LocalDate, string> HolidaysOf(int year) => years.GetOrAdd(year, Compute);

    private FrozenDictionary<LocalDate, string> Compute(int year)
    {
        var days = new Dictionary<LocalDate, string>();
        foreach (var holiday in Lists.TryGetValue(year, out var list) ? list : ByRule(year))
        {
            days.TryAdd(holiday.Day, holiday.Name);
        }

        foreach (var closure in Closures.Where(c => c.Day.Year == year))
        {
            days.TryAdd(closure.Day, closure.Name);
        }

        foreach (var day in Opened)
        {
            days.Remove(day);
        }

        return days.ToFrozenDictionary();
    }

    // A New Year's Day on a Saturday may be observed in the year before, or one in December in the year after.
    private IEnumerable<Holiday> ByRule(int year)
    {
        var all = (
            from rule in Rules
            from of in Enumerable.Range(year - 1, 3)
            let day = rule.In(of)
            where day is not null
            orderby day
            select (rule, Day: day.Value)).ToList();
        var taken = all.Select(h => h.Day).ToHashSet();
        foreach (var (rule, day) in all)
        {
            var observed = day;
            while (rule.Observance == Observance.NextFree && Weekend.Contains(day.DayOfWeek) && (Weekend.Contains(observed.DayOfWeek) || taken.Contains(observed)))
            {
                observed = observed.PlusDays(1);
            }

            taken.Add(observed);
            if (observed.Year == year)
            {
                yield return new Holiday(observed, rule.Name);
            }
        }
    }
}
