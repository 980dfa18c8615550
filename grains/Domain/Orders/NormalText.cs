using System.Buffers;
using System.Globalization;
using System.Text;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Tartarus.Snowball.Ext;

namespace Tracking.Domain.Orders;

/// <summary>Normal forms, in which texts from different hands are compared: no case, no accents, no punctuation.</summary>
public static class NormalText
{
    [ThreadStatic]
    private static EnglishStemmer? stemmer;

    /// <summary>A name or an address: its words in the order of the alphabet, so that 'Wei Chen' is 'CHEN, WEI'.</summary>
    /// <param name="text">The text.</param>
    public static string OfName(string text)
    {
        var words = WordsOf(text);
        words.Sort(StringComparer.Ordinal);
        return string.Join(' ', words);
    }

    /// <summary>A brand, flight or bill: its letters and digits, whatever is between them.</summary>
    /// <param name="text">The text.</param>
    public static string OfCode(string text) => string.Concat(WordsOf(text));

    /// <summary>The stems of the words of a description, each once: 'watches' and 'watch' have one.</summary>
    /// <param name="text">The text.</param>
    public static IReadOnlyCollection<string> StemsOf(string text)
    {
        var stems = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in WordsOf(text))
        {
            stems.Add(Stem(word));
        }

        return stems;
    }

    private static string Stem(string word)
    {
        if (!Ascii.IsValid(word))
        {
            return word;
        }

        var own = stemmer ??= new EnglishStemmer();
        own.SetCurrent(word);
        own.Stem();
        return own.Current;
    }

    // The runtime's own normalisation does nothing where no library for it is installed.
    private static string WithoutAccents(string text)
    {
        const int longest = 4;
        var folded = new char[text.Length * longest];
        return new string(folded, 0, ASCIIFoldingFilter.FoldToASCII(text.ToCharArray(), 0, folded, 0, text.Length));
    }

    private static List<string> WordsOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var plain = Ascii.IsValid(text) ? text : WithoutAccents(text);
        var words = new List<string>();
        var word = ArrayPool<char>.Shared.Rent(plain.Length + 1);
        var length = 0;
        foreach (var c in plain)
        {
            if (char.IsLetterOrDigit(c))
            {
                word[length++] = char.ToLowerInvariant(c);
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format) && c is not ('\'' or '’'))
            {
                End();
            }
        }

        End();
        ArrayPool<char>.Shared.Return(word);
        return words;

        void End()
        {
            if (length > 0)
            {
                words.Add(new string(word, 0, length));
                length = 0;
            }
        }
    }
}
