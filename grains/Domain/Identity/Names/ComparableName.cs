using System.Globalization;
using System.Text;
using AnyAscii;

namespace Tracking.Domain.Identity.Names;

/// <summary>A name in the form in which it is compared: Latin letters, no accents, no case, legal forms apart.</summary>
public sealed class ComparableName
{
    /// <summary>Words beyond this many are left out: no name has them.</summary>
    public const int MostWords = 24;

    private ComparableName(string original, ImmutableArray<string> words, string? form)
    {
        Original = original;
        Words = words;
        Form = form;
        Sounds = [.. words.Select(SoundOf)];
        Joined = string.Concat(words);
    }

    /// <summary>The name in its own script, folded to lower case without punctuation.</summary>
    public string Original { get; }

    /// <summary>Its words without legal forms, in their order.</summary>
    public ImmutableArray<string> Words { get; }

    /// <summary>The words as they sound, by the spellings that transliterations differ in.</summary>
    public ImmutableArray<string> Sounds { get; }

    /// <summary>Its words without anything between them.</summary>
    public string Joined { get; }

    /// <summary>The legal form, such as <c>ltd</c>; null where it has none.</summary>
    public string? Form { get; }

    /// <summary>Whether it is written in letters that are no Latin ones.</summary>
    public bool IsForeign => Original.Any(c => char.IsLetter(c) && c > 'ɏ' && c is < 'Ḁ' or > 'ỿ');

    /// <summary>Brings a name into that form.</summary>
    /// <param name="name">The name, in any script.</param>
    public static ComparableName Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var own = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            if (char.IsLetterOrDigit(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark || char.IsSurrogate(c))
            {
                own.Append(char.ToLowerInvariant(c));
            }
            else if (own.Length > 0 && own[^1] != ' ' && c is not ('\'' or '’' or '`' or '‘'))
            {
                own.Append(' ');
            }
        }

        var words = WordsOf(name);
        var form = LegalForms.Take(words);
        JoinInitials(words);
        return new ComparableName(own.ToString().Trim(), [.. words.Take(MostWords)], form);
    }

    private static List<string> WordsOf(string name)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var c in name.Replace("&", " and ", StringComparison.Ordinal).Transliterate())
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                word.Append(char.ToLowerInvariant(c));
            }
            else if (c is not ('\'' or '`') && word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            words.Add(word.ToString());
        }

        return words;
    }

    // 'J. P. Morgan' is 'JP Morgan'.
    private static void JoinInitials(List<string> words)
    {
        for (var i = 0; i + 1 < words.Count; i++)
        {
            if (words[i + 1].Length == 1 && char.IsAsciiLetter(words[i + 1][0]) && words[i].Length is 1 or 2 && i + 2 < words.Count && words[i].All(char.IsAsciiLetter) && (words[i].Length == 1 || (i > 0)))
            {
                words[i] += words[i + 1];
                words.RemoveAt(i + 1);
            }
        }
    }

    // Spellings in which transliterations of one name differ, and figures that stand for letters.
    private static string SoundOf(string word)
    {
        if (word.All(char.IsAsciiDigit))
        {
            return word;
        }

        var text = word.Replace('0', 'o').Replace('1', 'i').Replace('3', 'e').Replace('5', 's').Replace('4', 'a');
        foreach (var (from, to) in Spellings)
        {
            text = text.Replace(from, to, StringComparison.Ordinal);
        }

        var sound = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (sound.Length == 0 || sound[^1] != c)
            {
                sound.Append(c);
            }
        }

        return sound.ToString();
    }

    private static readonly (string From, string To)[] Spellings =
    [
        ("shch", "sh"), ("sch", "sh"), ("tch", "ch"), ("kh", "h"), ("ph", "f"), ("gh", "g"), ("dzh", "j"), ("zh", "j"), ("ts", "s"), ("tz", "s"), ("cz", "ch"), ("sz", "sh"), ("ck", "k"), ("q", "k"), ("x", "ks"),
        ("c", "k"), ("kh", "ch"), ("w", "v"), ("y", "i"), ("j", "i"), ("ii", "i"), ("z", "s"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ie", "e"), ("ei", "e"),
    ];
}
