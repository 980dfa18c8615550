using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Tracking.Dashboard.Commands;
using Tracking.Domain.Clocks;

namespace Tracking.Dashboard.Clocks;

/// <summary>Reads what is typed: <c>presented=2026-12-22T15:00-05:00</c>, a day alone, or an extension's length behind a slash.</summary>
internal static class AnchorText
{
    private static readonly OffsetDateTimePattern[] Forms =
    [
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mmo<G>"),
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:sso<G>"),
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss.FFFFFFo<G>"),
    ];

    /// <summary>Reads an anchor; it is taken as said by the authority.</summary>
    public static ClockFact Read(string text, Port port)
    {
        var parts = text.Split('=', 2, StringSplitOptions.TrimEntries);
        if (parts.Length != 2 || parts[0].Length == 0)
        {
            throw Wrong($"--anchor: '{text}' is no anchor; write it like presented=2026-12-22T15:00-05:00.");
        }

        var when = parts[1].Split('/', 2);
        int? length = null;
        if (when.Length == 2)
        {
            length = int.TryParse(when[1], NumberStyles.None, CultureInfo.InvariantCulture, out var more) && more is >= 1 and <= DayCount.Longest
                ? more
                : throw Wrong($"--anchor: '{when[1]}' of '{text}' is no length; write the units that an extension adds, 1 to {DayCount.Longest}, like extension=2026-12-22/10.");
        }

        return new ClockFact(parts[0], Instant("--anchor", when[0], port), Speaker.Authority) { Length = length };
    }

    /// <summary>Reads a time with offset, or a day, which is taken as its first moment at the port.</summary>
    public static Instant Instant(string option, string text, Port port)
    {
        if (LocalDatePattern.Iso.Parse(text) is { Success: true, Value: { Year: >= 1900 and <= 2200 } day })
        {
            return port.StartOf(day);
        }

        foreach (var form in Forms)
        {
            if (form.Parse(text) is { Success: true, Value: { Year: >= 1900 and <= 2200 } time })
            {
                return time.ToInstant();
            }
        }

        throw Wrong($"{option}: '{text}' is no time; write it with its offset from UTC, like 2026-12-22T15:00-05:00, or a day of the port alone, like 2026-12-22.");
    }

    private static CommandFailedException Wrong(string message) => new(message, ExitCodes.WrongInput);
}
