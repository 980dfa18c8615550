using NodaTime;

namespace Tracking.Domain.Clocks.Calendars;

/// <summary>A day on which nothing is done.</summary>
/// <param name="Day">The day.</param>
/// <param name="Name">Why.</param>
public readonly record struct Holiday(LocalDate Day, string Name);
