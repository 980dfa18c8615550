using NodaTime;

namespace Tracking.Domain.Clocks;

/// <summary>A day on the way from the event to the last day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Number">Its number; null if it does not count.</param>
/// <param name="WhyNot">Why it does not count; null if it does.</param>
public readonly record struct CountedDay(LocalDate Day, int? Number, string? WhyNot);
