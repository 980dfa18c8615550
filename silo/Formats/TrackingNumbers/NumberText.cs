using System.Text;
using Tracking.Formats.Gs1;

namespace Tracking.Formats.TrackingNumbers;

/// <summary>A way of reading what was typed or scanned.</summary>
/// <param name="Number">The number in it.</param>
/// <param name="PostalCode">The destination's postal code before it; null where there is none.</param>
/// <param name="Note">What was taken off; null where nothing was.</param>
internal readonly record struct NumberCandidate(string Number, string? PostalCode, string? Note);

/// <summary>Takes off what people and scanners put around a number.</summary>
internal static class NumberText
{
    /// <summary>The longest text that is looked at.</summary>
    public const int Longest = 256;

    private const string Routing = "420";

    /// <summary>The text without spaces and control characters, upper case; empty where it is none or too long.</summary>
    public static string Clean(string text)
    {
        if (text.Length > Longest)
        {
            return "";
        }

        var clean = new StringBuilder(text.Length);
        foreach (var typed in text)
        {
            var c = Narrow(typed);
            if (c is '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212')
            {
                clean.Append('-');
            }
            else if (c == ElementStrings.Separator || (!char.IsWhiteSpace(c) && !char.IsControl(c) && !char.IsSurrogate(c) && c is not ('\u200B' or '\uFEFF')))
            {
                clean.Append(char.ToUpperInvariant(c));
            }
        }

        return clean.ToString();
    }

    /// <summary>All ways of reading a clean text, the plainest first.</summary>
    public static List<NumberCandidate> Candidates(string clean)
    {
        var found = new List<NumberCandidate>();
        var text = clean;
        string? note = null;
        if (text is [']', _, _, ..])
        {
            note = $"The scanner's symbology prefix {text[..3]} was taken off.";
            text = text[3..];
        }
        else if (text is ['%', ..])
        {
            note = "The % with which DPD's bar codes begin was taken off.";
            text = text[1..];
        }

        var plain = text.Replace(ElementStrings.Separator.ToString(), "", StringComparison.Ordinal);
        Add(found, plain, null, note);
        if (plain.AsSpan().IndexOfAny('-', '.', '/') >= 0)
        {
            Add(found, plain.Replace("-", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal).Replace("/", "", StringComparison.Ordinal), null, Join(note, "Punctuation was taken out."));
        }

        AddRouted(found, plain, note);
        if (plain.Length == 20 && plain.StartsWith("00", StringComparison.Ordinal))
        {
            Add(found, plain[2..], null, Join(note, "The application identifier 00 of an SSCC was taken off."));
        }

        AddElements(found, plain.StartsWith('(') ? ElementStrings.InParentheses(plain) : ElementStrings.Scanned(text), note);
        return found;
    }

    /// <summary>USPS and DHL eCommerce put 420 and the destination's ZIP code, five or nine digits, before the number.</summary>
    private static void AddRouted(List<NumberCandidate> found, string text, string? note)
    {
        if (!text.StartsWith(Routing, StringComparison.Ordinal))
        {
            return;
        }

        foreach (var zip in (ReadOnlySpan<int>)[5, 9])
        {
            var start = Routing.Length + zip;
            if (text.Length > start + 8 && !text.AsSpan(Routing.Length, zip).ContainsAnyExceptInRange('0', '9'))
            {
                Add(found, text[start..], text[Routing.Length..start], Join(note, $"420 and the ZIP code {text[Routing.Length..start]} before the number were taken off."));
            }
        }
    }

    private static void AddElements(List<NumberCandidate> found, List<(string Ai, string Value)> elements, string? note)
    {
        var postal = elements.FirstOrDefault(e => e.Ai is "420" or "421");
        var serial = elements.FirstOrDefault(e => e.Ai == "21").Value;
        foreach (var (ai, value) in elements)
        {
            var taken = Join(note, $"It was read as GS1 element string: application identifier {ai}.");
            if (Gs1Key.TryCreate(ai, value, serial, out var key))
            {
                Add(found, key.ToString(), postal.Value, taken);
            }
            else if (ai is [var first, var second] && first == '9' && second is >= '1' and <= '6')
            {
                // Here the identifier is part of the number: USPS 91 to 95, FedEx 96.
                Add(found, ai + value, postal.Value, taken);
            }
            else if (ai is "400" or "403" or "90")
            {
                Add(found, value, postal.Value, taken);
            }
        }
    }

    private static void Add(List<NumberCandidate> found, string number, string? postalCode, string? note)
    {
        if (number.Length > 0 && !found.Any(c => c.Number == number))
        {
            found.Add(new NumberCandidate(number, postalCode, note));
        }
    }

    private static string Join(string? note, string more) => note is null ? more : $"{note} {more}";

    /// <summary>Full-width digits and letters, as East Asian keyboards give them, are plain ones.</summary>
    private static char Narrow(char c) => c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c;
}
