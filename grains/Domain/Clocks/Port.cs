using NodaTime;
using Tracking.Domain.Clocks.Calendars;

namespace Tracking.Domain.Clocks;

/// <summary>A port of entry: whose law counts there, what day it is there, and which days are business days.</summary>
/// <param name="Code">The code, four digits of US customs or a UN/LOCODE.</param>
/// <param name="Name">The name.</param>
/// <param name="Jurisdiction">Whose rule sets count.</param>
/// <param name="Zone">Its time zone.</param>
/// <param name="Calendar">Its calendar.</param>
public sealed record Port(string Code, string Name, string Jurisdiction, DateTimeZone Zone, BusinessCalendar Calendar)
{
    /// <summary>What day it is there.</summary>
    /// <param name="instant">The instant.</param>
    public LocalDate DayOf(Instant instant) => instant.InZone(Zone).Date;

    /// <summary>The first moment of a day there; a day that the clocks' change begins late begins late.</summary>
    /// <param name="day">The day.</param>
    public Instant StartOf(LocalDate day) => Zone.AtStartOfDay(day).ToInstant();
}
