using System.Collections.Frozen;
using System.Globalization;

namespace Tracking.Formats.Carriers;

/// <summary>Reads times as carriers write them.</summary>
internal static class EventTimes
{
    private static readonly string[] WithTime =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm", "yyyyMMdd HHmmss", "yyyyMMdd HHmm", "yyyyMMddHHmmss",
        "yyyyMMdd HH:mm:ss", "MMMM d, yyyy h:mm tt", "MMMM d, yyyy HH:mm:ss", "dddd, MMMM d, yyyy HH:mm", "dd.MM.yyyy HH:mm:ss", "dd.MM.yyyy HH:mm", "MM/dd/yyyy h:mm tt", "MM/dd/yyyy HH:mm:ss",
    ];

    private static readonly string[] DateOnly = ["yyyy-MM-dd", "yyyyMMdd", "MMMM d, yyyy", "dddd, MMMM d, yyyy", "dd.MM.yyyy", "MM/dd/yyyy"];

    /// <summary>Names of time zones in North America, in hours and minutes.</summary>
    private static readonly FrozenDictionary<string, int> Zones = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase)
    {
        ["UTC"] = 0,
        ["GMT"] = 0,
        ["NST"] = -210,
        ["NDT"] = -150,
        ["AST"] = -240,
        ["ADT"] = -180,
        ["EST"] = -300,
        ["EDT"] = -240,
        ["CST"] = -360,
        ["CDT"] = -300,
        ["MST"] = -420,
        ["MDT"] = -360,
        ["PST"] = -480,
        ["PDT"] = -420,
        ["AKST"] = -540,
        ["AKDT"] = -480,
        ["HST"] = -600,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads a time.</summary>
    /// <param name="text">Date, or date and time, with or without offset.</param>
    /// <param name="local">The time on the clock of the place.</param>
    /// <param name="offset">Its offset in minutes; null where it has none.</param>
    /// <param name="hasTime">Whether it says more than the day.</param>
    public static bool TryRead(string text, out DateTime local, out int? offset, out bool hasTime)
    {
        text = text.Trim();
        offset = null;
        hasTime = true;
        if (text.EndsWith('Z') && text.Length > 11)
        {
            offset = 0;
            text = text[..^1];
        }
        else if (text.Length > 16 && text.LastIndexOfAny(['+', '-']) is var at and > 10 && TryOffset(text[at..], out var minutes))
        {
            offset = minutes;
            text = text[..at].TrimEnd();
        }

        if (!Exact(text, WithTime, out local))
        {
            hasTime = false;
            return Exact(text, DateOnly, out local);
        }

        return true;
    }

    /// <summary>Reads an offset from UTC in minutes: ±hh:mm, ±hhmm, Z, or the name of a zone in North America.</summary>
    public static bool TryOffset(string text, out int minutes)
    {
        text = text.Trim();
        if (Zones.TryGetValue(text, out minutes) || text == "Z")
        {
            return true;
        }

        if (text.Length is not (5 or 6) || text[0] is not ('+' or '-') || (text.Length == 6 && text[3] != ':')
            || !int.TryParse(text.AsSpan(1, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var hours)
            || !int.TryParse(text.AsSpan(text.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var part) || hours > 14 || part > 59)
        {
            return false;
        }

        minutes = ((hours * 60) + part) * (text[0] == '-' ? -1 : 1);
        return Math.Abs(minutes) <= 840;
    }

    private static bool Exact(string text, string[] formats, out DateTime local) =>
        DateTime.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.AllowInnerWhite | DateTimeStyles.AllowTrailingWhite, out local)
        && local.Year is > 1970 and < 2200;
}
