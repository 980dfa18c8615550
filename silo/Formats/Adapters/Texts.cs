namespace Tracking.Formats.Adapters;

/// <summary>Texts out of foreign messages, in a form in which they may go into a fact.</summary>
public static class Texts
{
    /// <summary>A text without control characters and blanks around it, cut to a length; null where nothing is left.</summary>
    /// <param name="text">As it came.</param>
    /// <param name="longest">The most characters.</param>
    public static string? Cut(ReadOnlySpan<char> text, int longest)
    {
        text = text.Trim();
        if (text.IsEmpty)
        {
            return null;
        }

        var kept = text.Length <= longest ? text : text[..longest];
        if (Clean(kept))
        {
            return kept.ToString();
        }

        // Half of a pair that was cut apart, and what no text should have, become blanks.
        Span<char> buffer = kept.Length <= 512 ? stackalloc char[kept.Length] : new char[kept.Length];
        for (var i = 0; i < kept.Length; i++)
        {
            var pair = char.IsHighSurrogate(kept[i]) && i + 1 < kept.Length && char.IsLowSurrogate(kept[i + 1]);
            buffer[i] = char.IsControl(kept[i]) || (char.IsSurrogate(kept[i]) && !pair) ? ' ' : kept[i];
            if (pair)
            {
                buffer[i + 1] = kept[++i];
            }
        }

        var result = ((ReadOnlySpan<char>)buffer).Trim();
        return result.IsEmpty ? null : result.ToString();
    }

    /// <summary>The same of a text that may be absent.</summary>
    /// <param name="text">As it came.</param>
    /// <param name="longest">The most characters.</param>
    public static string? Cut(string? text, int longest) => Cut(text.AsSpan(), longest);

    private static bool Clean(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsControl(c) || char.IsSurrogate(c))
            {
                return false;
            }
        }

        return !char.IsWhiteSpace(text[^1]);
    }
}
