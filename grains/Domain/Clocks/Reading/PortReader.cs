using NodaTime;
using Tracking.Domain.Clocks.Calendars;

namespace Tracking.Domain.Clocks.Reading;

/// <summary>Reads ports of entry.</summary>
internal static class PortReader
{
    public static Port? Read(DataRow row, IReadOnlyDictionary<string, BusinessCalendar> calendars, IReadOnlyCollection<string> jurisdictions)
    {
        var (code, name, jurisdiction) = (row.Text("port"), row.Text("name"), row.Text("jurisdiction"));
        var (zoneId, calendarName) = (row.Text("zone"), row.Text("calendar"));
        row.Done();
        if (!jurisdictions.Contains(jurisdiction))
        {
            row.Complain("jurisdiction", $"is '{jurisdiction}', which has no rule set; known are {string.Join(", ", jurisdictions)}.");
        }

        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(zoneId);
        if (zone is null)
        {
            row.Complain("zone", $"is '{zoneId}', which is no time zone of the tz database; write one like America/New_York.");
        }

        if (!calendars.TryGetValue(calendarName, out var calendar))
        {
            row.Complain("calendar", $"is '{calendarName}', which no file defines; known are {string.Join(", ", calendars.Keys)}.");
        }

        return zone is null || calendar is null ? null : new Port(code, name, jurisdiction, zone, calendar);
    }
}
