namespace Tracking.Domain.Clocks.Calendars;

/// <summary>How the day of a yearly holiday is found.</summary>
public enum HolidayKind : byte
{
    /// <summary>A day of a month.</summary>
    Fixed = 0,
    /// <summary>The nth, or last, weekday of a month.</summary>
    Nth = 1,
    /// <summary>The first such weekday on or after a day of a month.</summary>
    OnOrAfter = 2,
    /// <summary>So many days from Easter Sunday.</summary>
    Easter = 3,
    /// <summary>So many days from Easter Sunday of the orthodox churches.</summary>
    OrthodoxEaster = 4,
}
