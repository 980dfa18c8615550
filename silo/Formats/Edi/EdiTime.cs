using System.Globalization;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Identifiers;
using Tracking.Formats.Places;

namespace Tracking.Formats.Edi;

/// <summary>Reads dates and times as EDI writes them.</summary>
internal static class EdiTime
{
    private static readonly string[] Dates = ["yyyyMMdd", "yyMMdd"];

    private static readonly string[] Times = ["HHmm", "HHmmss"];

    /// <summary>A local date and time of X12; null where it is none between 1970 and 2200.</summary>
    /// <param name="date">CCYYMMDD or YYMMDD.</param>
    /// <param name="time">HHMM, HHMMSS or longer; null: the beginning of the day.</param>
    public static DateTime? Local(string? date, string? time)
    {
        if (!DateTime.TryParseExact(date, Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return null;
        }

        if (time is null)
        {
            return InRange(day);
        }

        // Tenths and hundredths of a second are of no use to anybody.
        var text = time.Length > 6 ? time[..6] : time;
        return TimeOnly.TryParseExact(text, Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock)
            ? InRange(day + clock.ToTimeSpan())
            : null;
    }

    /// <summary>A date and time of EDIFACT with its format (DE 2379); null where it cannot be read.</summary>
    /// <param name="text">The value.</param>
    /// <param name="format">102 date, 203 minutes, 204 seconds, 101 and 201 with two digits of the year, 303 and 304 with an offset.</param>
    /// <param name="offset">Minutes from UTC; null where the value has none.</param>
    public static DateTime? Edifact(string? text, string? format, out int? offset)
    {
        offset = null;
        if (text is null)
        {
            return null;
        }

        var (digits, zoned) = format switch
        {
            "101" => (6, false),
            "102" => (8, false),
            "201" => (10, false),
            "202" => (12, false),
            "203" => (12, false),
            "204" => (14, false),
            "303" => (12, true),
            "304" => (14, true),
            _ => (text.Length, false),
        };
        if (text.Length < digits || text.Length > digits && !zoned)
        {
            return null;
        }

        if (zoned && (offset = Offset(text[digits..])) is null)
        {
            return null;
        }

        var year = format is "101" or "201" or "202" || digits == 10 ? 6 : 8;
        return digits < year ? null : Local(text[..year], digits > year ? text[year..digits] : null);
    }

    /// <summary>The instant of a local time by the time code of X12 (element 623), or by the place where there is none.</summary>
    /// <param name="local">The local time.</param>
    /// <param name="code">The code; null: local at the place.</param>
    /// <param name="place">The place.</param>
    /// <param name="state">State or province.</param>
    /// <param name="time">The instant.</param>
    public static LocalTimeFit Resolve(DateTime local, string? code, Place? place, string? state, out ReportedTime time)
    {
        if (FixedHours(code) is { } hours)
        {
            time = At(local, hours * 60);
            return LocalTimeFit.Known;
        }

        return ZoneOf(code) is { } reference ? LocalTimes.Resolve(local, reference, out time) : LocalTimes.Resolve(local, place, state, out time);
    }

    /// <summary>The instant of a local time at an offset.</summary>
    /// <param name="local">The local time.</param>
    /// <param name="minutes">Minutes from UTC.</param>
    public static ReportedTime At(DateTime local, int minutes) => ReportedTime.From(new DateTimeOffset(local, TimeSpan.FromMinutes(minutes)));

    // Two digits are hours ahead of UTC up to 12, and behind it beyond.
    private static int? FixedHours(string? code) => code switch
    {
        "UT" or "GM" or "Z" => 0,
        "ES" => -5,
        "ED" => -4,
        "CS" => -6,
        "CD" => -5,
        "MS" => -7,
        "MD" => -6,
        "PS" => -8,
        "PD" => -7,
        "AS" => -9,
        "AD" => -8,
        "HS" => -10,
        "NS" or "ND" => null,
        { Length: 2 } when int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var hours) && hours is >= 1 and <= 24 => hours <= 12 ? hours : hours - 25,
        _ => null,
    };

    private static Place? ZoneOf(string? code) => code switch
    {
        "ET" => new Place("US", "USNYC"),
        "CT" => new Place("US", "USORD"),
        "MT" => new Place("US", "USDEN"),
        "PT" => new Place("US", "USLAX"),
        "AT" => new Place("US", "USANC"),
        "HT" => new Place("US", "USHNL"),
        _ => null,
    };

    private static int? Offset(string text)
    {
        if (text is "Z" or "UTC" or "GMT")
        {
            return 0;
        }

        if (text.Length is not (3 or 5 or 6) || text[0] is not ('+' or '-'))
        {
            return null;
        }

        var digits = text[1..].Replace(":", "", StringComparison.Ordinal);
        return int.TryParse(digits.Length == 2 ? digits + "00" : digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            && value % 100 < 60 && value <= 1400
            ? (text[0] == '-' ? -1 : 1) * ((value / 100 * 60) + (value % 100))
            : null;
    }

    private static DateTime? InRange(DateTime time) => time.Year is >= 1970 and < 2200 ? time : null;
}
