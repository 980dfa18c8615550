using System.Globalization;
using Tracking.Formats.Json;

namespace Tracking.Formats.Air;

/// <summary>A status line: <c>CSN/1C-3/24NOV0915/0112345678901/REMARKS</c>.</summary>
/// <param name="Code">Action code.</param>
/// <param name="Pieces">Pieces that it concerns; null where the line does not say.</param>
/// <param name="Local">Local time with the year that lies nearest to the receipt.</param>
/// <param name="Entry">Entry type and number; null where there are none.</param>
internal readonly record struct AirStatus(string Code, int? Pieces, DateTime Local, string? Entry)
{
    /// <summary>The year is the latest in which the time lies no more than this after the receipt.</summary>
    private static readonly TimeSpan MostAhead = TimeSpan.FromDays(2);

    private static readonly string[] Months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

    public string? PiecesText => Pieces?.ToString(CultureInfo.InvariantCulture);

    public static bool TryRead(string line, DateTimeOffset receivedAt, out AirStatus status, out string fault)
    {
        status = default;
        var fields = line.Split('/', 5);
        var action = fields[1].Split('-', 2);
        var code = action[0].Trim();
        if (code.Length is 0 or > 4 || !code.All(char.IsAsciiLetterOrDigit))
        {
            fault = "has no action code";
            return false;
        }

        int? pieces = null;
        if (action.Length > 1 && action[1].Trim() is { Length: > 0 } count)
        {
            if (!int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > Limits.Count)
            {
                fault = "has no readable number of pieces";
                return false;
            }

            pieces = number;
        }

        if (fields.Length < 3 || !TryReadTime(fields[2].Trim(), receivedAt, out var local))
        {
            fault = "has no readable day and time";
            return false;
        }

        var entry = fields.Length > 3 ? fields[3].Replace("-", "", StringComparison.Ordinal).Trim() : null;
        status = new AirStatus(code.ToUpperInvariant(), pieces, local, string.IsNullOrEmpty(entry) ? null : entry);
        fault = "";
        return true;
    }

    // ddMMMhhmm without a year.
    private static bool TryReadTime(string text, DateTimeOffset receivedAt, out DateTime local)
    {
        local = default;
        if (text.Length != 9
            || !Number(text.AsSpan(0, 2), out var day)
            || Array.IndexOf(Months, text[2..5].ToUpperInvariant()) is var month && month < 0
            || !Number(text.AsSpan(5, 2), out var hour) || hour > 23
            || !Number(text.AsSpan(7, 2), out var minute) || minute > 59)
        {
            return false;
        }

        var latest = receivedAt.UtcDateTime + MostAhead;
        for (var year = latest.Year; year > latest.Year - 9 && year >= 1970; year--)
        {
            // 29 February exists in some years alone.
            if (day < 1 || day > DateTime.DaysInMonth(year, month + 1))
            {
                continue;
            }

            local = new DateTime(year, month + 1, day, hour, minute, 0, DateTimeKind.Unspecified);
            if (local <= latest)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Number(ReadOnlySpan<char> text, out int value) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
