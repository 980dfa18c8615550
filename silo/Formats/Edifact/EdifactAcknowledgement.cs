using System.Globalization;
using System.Text;

namespace Tracking.Formats.Edifact;

/// <summary>Writes CONTRL for interchanges: one interchange back for each, with a line for every message.</summary>
internal static class EdifactAcknowledgement
{
    /// <summary>DE 0083: this level and all lower levels are rejected.</summary>
    private const string Rejected = "4";

    /// <summary>DE 0083: this level is acknowledged, the next lower ones unless they are rejected.</summary>
    private const string Acknowledged = "7";

    /// <summary>Writes them.</summary>
    /// <param name="interchanges">What was received.</param>
    /// <param name="at">When.</param>
    /// <returns>Empty where nothing is to be acknowledged; CONTRL itself is never answered.</returns>
    public static ReadOnlyMemory<byte> Write(IReadOnlyList<InterchangeReport> interchanges, DateTimeOffset at)
    {
        var text = new StringBuilder();
        foreach (var interchange in interchanges)
        {
            var messages = interchange.Messages.Where(m => m.Type[0] != "CONTRL").ToList();
            if (messages.Count > 0 || interchange.Error is not null)
            {
                Write(text, interchange, messages, at);
            }
        }

        return text.Length == 0 ? default : Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Write(StringBuilder text, InterchangeReport interchange, List<MessageReport> messages, DateTimeOffset at)
    {
        var version = interchange.Syntax[1] ?? "3";
        var date = at.ToString(version == "4" ? "yyyyMMdd:HHmm" : "yyMMdd:HHmm", CultureInfo.InvariantCulture);
        text.Append("UNA:+.? '\n");
        text.Append(CultureInfo.InvariantCulture, $"UNB+{Composite(interchange.Syntax)}+{Composite(interchange.Recipient)}+{Composite(interchange.Sender)}+{date}+{Escape(interchange.Reference)}'\n");
        text.Append(CultureInfo.InvariantCulture, $"UNH+1+CONTRL:{(version == "4" ? "4:1" : "D:3")}:UN'\n");
        var action = interchange.Error is null ? Acknowledged : Rejected;

        // Whole messages of a broken interchange were taken all the same: it is acknowledged, with what was wrong.
        if (interchange.Error is not null && messages.Exists(m => m.Error is null))
        {
            action = Acknowledged;
        }

        text.Append(CultureInfo.InvariantCulture, $"UCI+{Escape(interchange.Reference)}+{Composite(interchange.Sender)}+{Composite(interchange.Recipient)}+{action}{Error(interchange.Error)}'\n");
        foreach (var message in messages)
        {
            text.Append(CultureInfo.InvariantCulture, $"UCM+{Escape(message.Reference)}+{Composite(message.Type)}+{(message.Error is null ? Acknowledged : Rejected)}{Error(message.Error)}'\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"UNT+{messages.Count + 3}+1'\nUNZ+1+{Escape(interchange.Reference)}'\n");
    }

    private static string Error(int? code) => code is { } error ? $"+{error.ToString(CultureInfo.InvariantCulture)}" : "";

    private static string Composite(string?[] components) => string.Join(':', components.Select(c => Escape(c ?? ""))).TrimEnd(':');

    private static string Escape(string text) => text.IndexOfAny(['?', '+', ':', '\'']) < 0
        ? text
        : text.Replace("?", "??", StringComparison.Ordinal).Replace("+", "?+", StringComparison.Ordinal).Replace(":", "?:", StringComparison.Ordinal).Replace("'", "?'", StringComparison.Ordinal);
}
