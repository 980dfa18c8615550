namespace Tracking.Domain.Clocks;

/// <summary>What a clock counts.</summary>
public enum ClockUnit : byte
{
    /// <summary>Business days of the port's calendar: weekends and legal holidays are left out.</summary>
    BusinessDays = 0,
    /// <summary>Calendar days. A last day that is no business day stays the last day unless the clock says that it moves.</summary>
    CalendarDays = 1,
    /// <summary>Months by the calendar: the same day of a later month, or that month's last day.</summary>
    Months = 2,
}
