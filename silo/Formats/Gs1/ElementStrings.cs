namespace Tracking.Formats.Gs1;

/// <summary>Reads GS1 element strings: application identifiers with their values, as a scanner or a person writes them.</summary>
internal static class ElementStrings
{
    /// <summary>What scanners send for FNC1, which ends a value of variable length.</summary>
    public const char Separator = '\u001D';

    private const int Most = 20;

    // Identifiers that a parcel's label carries: length of the value, negative where it may be shorter.
    private static readonly (string Ai, int Length)[] Known =
    [
        ("00", 18), ("01", 14), ("02", 14), ("10", -20), ("11", 6), ("13", 6), ("15", 6), ("17", 6), ("21", -20), ("37", -8),
        ("400", -30), ("401", -30), ("402", 17), ("403", -30), ("410", 13), ("413", 13), ("420", -20), ("421", -12),
    ];

    /// <summary>Reads identifiers in parentheses: <c>(00)340123450000000010</c>.</summary>
    /// <returns>What was read; empty where the text is no such list.</returns>
    public static List<(string Ai, string Value)> InParentheses(string text)
    {
        var elements = new List<(string, string)>();
        var at = 0;
        while (at < text.Length && text[at] == '(' && elements.Count < Most)
        {
            var close = text.IndexOf(')', at);
            if (close < 0)
            {
                return [];
            }

            var next = text.IndexOf('(', close);
            next = next < 0 ? text.Length : next;
            elements.Add((text[(at + 1)..close], text[(close + 1)..next]));
            at = next;
        }

        return at == text.Length ? elements : [];
    }

    /// <summary>Reads identifiers and values one after the other, as a scanner sends them.</summary>
    /// <returns>What was read; empty where the text is no such list.</returns>
    public static List<(string Ai, string Value)> Scanned(string text)
    {
        var elements = new List<(string, string)>();
        var rest = text.AsSpan();
        while (!rest.IsEmpty && elements.Count < Most)
        {
            if (rest[0] == Separator)
            {
                rest = rest[1..];
                continue;
            }

            var (ai, length) = Find(rest);
            if (ai.Length == 0)
            {
                return [];
            }

            rest = rest[ai.Length..];
            var end = rest.IndexOf(Separator);
            var available = end < 0 ? rest.Length : end;
            var taken = length > 0 ? length : Math.Min(available, -length);
            if (available < taken || taken == 0)
            {
                return [];
            }

            elements.Add((ai, rest[..taken].ToString()));
            rest = rest[taken..];
        }

        return rest.IsEmpty ? elements : [];
    }

    private static (string Ai, int Length) Find(ReadOnlySpan<char> rest)
    {
        foreach (var known in Known)
        {
            if (rest.StartsWith(known.Ai, StringComparison.Ordinal))
            {
                return known;
            }
        }

        return ("", 0);
    }
}
