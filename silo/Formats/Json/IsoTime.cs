using Tracking.Contracts.Identifiers;

namespace Tracking.Formats.Json;

/// <summary>Reads a time as ISO 8601 writes it: date, <c>T</c>, time of day to the nanosecond at most, offset.</summary>
internal static class IsoTime
{
    public const string Example = "2026-03-01T14:05:00+01:00";

    private const long MicrosecondsPerDay = 86_400_000_000;
    private const int LongestOffset = 14 * 60;

    /// <summary>The first instant that is too late: 2201-01-01T00:00Z.</summary>
    private static readonly long End = (long)(new DateTime(2201, 1, 1) - DateTime.UnixEpoch).TotalDays * MicrosecondsPerDay;

    /// <summary>Reads a time.</summary>
    /// <param name="text">ASCII.</param>
    /// <param name="time">The time, cut to the microsecond.</param>
    /// <returns>Null, or what is wrong with it.</returns>
    public static string? Read(ReadOnlySpan<byte> text, out ReportedTime time)
    {
        time = default;
        if (text.Length < 16 || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':'
            || !Digits(text, 0, 4, out var year) || !Digits(text, 5, 2, out var month) || !Digits(text, 8, 2, out var day)
            || !Digits(text, 11, 2, out var hour) || !Digits(text, 14, 2, out var minute))
        {
            return "is not a time of ISO 8601";
        }

        var rest = text[16..];
        if (!Seconds(ref rest, out var second, out var microsecond))
        {
            return "is not a time of ISO 8601: its seconds cannot be read";
        }

        if (rest.IsEmpty)
        {
            return "has no offset from UTC";
        }

        if (!Offset(rest, out var offset))
        {
            return "has no readable offset from UTC (Z, or ±hh:mm up to 14 hours)";
        }

        if (year is < 1970 or > 2200)
        {
            return "lies outside the years 1970 to 2200";
        }

        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 59)
        {
            return "does not exist in the calendar or on the clock";
        }

        var microseconds = (new DateTime(year, month, day, hour, minute, second).Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond
            + microsecond - (offset * 60_000_000L);
        if (microseconds < 0 || microseconds >= End)
        {
            return "lies outside the years 1970 to 2200";
        }

        time = new ReportedTime(microseconds, (short)offset);
        return null;
    }

    private static bool Seconds(ref ReadOnlySpan<byte> rest, out int second, out int microsecond)
    {
        second = microsecond = 0;
        if (rest.IsEmpty || rest[0] != ':')
        {
            return true;
        }

        if (rest.Length < 3 || !Digits(rest, 1, 2, out second))
        {
            return false;
        }

        rest = rest[3..];
        if (rest.IsEmpty || rest[0] != '.')
        {
            return true;
        }

        var fraction = rest[1..];
        var end = fraction.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        fraction = end < 0 ? fraction : fraction[..end];
        if (fraction.Length is 0 or > 9)
        {
            return false;
        }

        for (var i = 0; i < 6; i++)
        {
            microsecond = (microsecond * 10) + (i < fraction.Length ? fraction[i] - '0' : 0);
        }

        rest = rest[(1 + fraction.Length)..];
        return true;
    }

    private static bool Offset(ReadOnlySpan<byte> text, out int minutes)
    {
        minutes = 0;
        if (text is [(byte)'Z'])
        {
            return true;
        }

        if (text.Length is not (3 or 5 or 6) || text[0] is not ((byte)'+' or (byte)'-') || !Digits(text, 1, 2, out var hours))
        {
            return false;
        }

        var rest = text[3..];
        var part = 0;
        if (!rest.IsEmpty && (!Digits(rest[0] == ':' ? rest[1..] : rest, 0, 2, out part) || part > 59 || rest.Length == 3 != (rest[0] == ':')))
        {
            return false;
        }

        minutes = ((hours * 60) + part) * (text[0] == '-' ? -1 : 1);
        return minutes is >= -LongestOffset and <= LongestOffset;
    }

    private static bool Digits(ReadOnlySpan<byte> text, int start, int count, out int value)
    {
        value = 0;
        if (text.Length < start + count)
        {
            return false;
        }

        foreach (var digit in text.Slice(start, count))
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            value = (value * 10) + digit - '0';
        }

        return true;
    }
}
