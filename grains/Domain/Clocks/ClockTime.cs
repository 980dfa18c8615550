using NodaTime;

namespace Tracking.Domain.Clocks;

/// <summary>Between the instants of the clocks and the microseconds of facts and rows.</summary>
public static class ClockTime
{
    /// <summary>The instant.</summary>
    /// <param name="microseconds">Microseconds since 1970 UTC.</param>
    public static Instant Of(long microseconds) => Instant.FromUnixTimeTicks(microseconds * TimeSpan.TicksPerMicrosecond);

    /// <summary>Microseconds since 1970 UTC.</summary>
    /// <param name="instant">The instant.</param>
    public static long Microseconds(Instant instant) => instant.ToUnixTimeTicks() / TimeSpan.TicksPerMicrosecond;
}
