using System.Globalization;
using NodaTime;

namespace Tracking.Dashboard.Replay.Olist;

/// <summary>
/// Reads the marketplace's local times, which name no zone. The zone's rules come with the program: a machine
/// without time zone data reads the same.
/// </summary>
internal static class BrazilTime
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["America/Sao_Paulo"];

    private static readonly string[] Forms =
        ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm", "yyyy-MM-dd"];

    /// <summary>Of an hour that the clocks pass twice the first is meant; one that they skip is read as if they had not.</summary>
    public static bool TryRead(string text, out DateTimeOffset time)
    {
        time = default;
        if (!DateTime.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return false;
        }

        time = Zone.AtLeniently(LocalDateTime.FromDateTime(local)).ToDateTimeOffset();
        return true;
    }
}
