namespace Tracking.Domain.Clocks;

/// <summary>A legal basis that a hold can name; it selects the clocks.</summary>
/// <param name="Name">The name, for example <c>19 CFR 133.21</c>.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Also">Other ways to write it, for example <c>133.21</c>.</param>
public sealed record LegalBasis(string Name, string Title, ImmutableArray<string> Also)
{
    /// <summary>Whether a text names it. Case and paragraphs in brackets at the end do not matter: <c>19 CFR 133.21(b)(2)</c>.</summary>
    /// <param name="text">The text.</param>
    public bool IsNamed(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var rest = text.Trim();
        while (!Matches(rest) && rest.EndsWith(')') && rest.LastIndexOf('(') is > 0 and var bracket)
        {
            rest = rest[..bracket].TrimEnd();
        }

        return Matches(rest);
    }

    private bool Matches(string text) => string.Equals(Name, text, StringComparison.OrdinalIgnoreCase) || Also.Contains(text, StringComparer.OrdinalIgnoreCase);
}
