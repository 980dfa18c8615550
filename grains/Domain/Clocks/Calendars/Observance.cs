namespace Tracking.Domain.Clocks.Calendars;

/// <summary>Where a holiday is observed when it falls on a weekend.</summary>
public enum Observance : byte
{
    /// <summary>On its own day.</summary>
    OwnDay = 0,
    /// <summary>On the Friday before a Saturday, and the Monday after a Sunday.</summary>
    Nearest = 1,
    /// <summary>On the next day that is neither a weekend nor another holiday.</summary>
    NextFree = 2,
}
