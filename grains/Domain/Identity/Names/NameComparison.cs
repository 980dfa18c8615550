using F23.StringSimilarity;

namespace Tracking.Domain.Identity.Names;

/// <summary>What two names have in common, as figures from which <see cref="NameModel"/> judges whether they are names of one.</summary>
public static class NameComparison
{
    private const double Partner = 0.76;
    private const int Close = 2;

    private static readonly JaroWinkler Jaro = new();
    private static readonly Damerau Edits = new();

    /// <summary>The figures' names, in their order.</summary>
    public static ImmutableArray<string> Features { get; } =
    [
        "bias", "alike", "contained", "worst", "whole", "sorted", "sound", "conflict", "conflict-rest", "extra-one", "extra-more", "one-edit", "two-edits", "more-edits", "equal", "same-joined",
        "initials", "initial-conflict", "business", "business-conflict", "business-extra", "number-differs", "form-differs", "first", "last", "single", "foreign-differs", "own-script", "trade-only", "short-edit", "consonants", "prefix", "reversed",
    ];

    /// <summary>Compares two names; the order of the two makes no difference.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>One figure for each of <see cref="Features"/>, all of them from 0 to 1.</returns>
    public static double[] Compare(ComparableName left, ComparableName right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        var (few, many) = left.Words.Length < right.Words.Length || (left.Words.Length == right.Words.Length && string.CompareOrdinal(left.Joined, right.Joined) <= 0) ? (left, right) : (right, left);
        var aligned = Alignment.Of(few, many);
        var joinedEdits = Edits.Distance(few.Joined, many.Joined);
        var sortedEdits = Edits.Distance(Sorted(few.Words), Sorted(many.Words));
        var soundEdits = Edits.Distance(Sorted(few.Sounds), Sorted(many.Sounds));
        var edits = Math.Min(joinedEdits, sortedEdits);
        var longest = Math.Max(1, Math.Max(few.Joined.Length, many.Joined.Length));
        var business = few.Form is not null || many.Form is not null || few.Words.Concat(many.Words).Any(LegalForms.IsTrade);
        var conflict = aligned.LoneFew > 0 && aligned.LoneMany > 0;
        var foreign = few.IsForeign && many.IsForeign;
        return
        [
            1,
            aligned.Alike,
            aligned.Contained,
            aligned.Worst,
            1 - (joinedEdits / longest),
            1 - Math.Min(1, sortedEdits / longest),
            1 - Math.Min(1, soundEdits / longest),
            conflict && edits > Close ? 1 : 0,
            conflict ? aligned.Rest : 0,
            !conflict && aligned.LoneFew + aligned.LoneMany == 1 ? 1 : 0,
            !conflict && aligned.LoneFew + aligned.LoneMany > 1 ? 1 : 0,
            edits == 1 ? 1 : 0,
            edits == Close ? 1 : 0,
            edits > Close && soundEdits > Close ? 1 : 0,
            edits == 0 || soundEdits == 0 ? 1 : 0,
            few.Joined == many.Joined ? 1 : 0,
            aligned.Initials > 0 ? 1 : 0,
            aligned.Initials > 0 && conflict ? 1 : 0,
            business ? 1 : 0,
            business && conflict ? 1 : 0,
            business && !conflict && aligned.LoneFew + aligned.LoneMany > 0 ? 1 : 0,
            Figures(few) != Figures(many) ? 1 : 0,
            few.Form is not null && many.Form is not null && few.Form != many.Form ? 1 : 0,
            Jaro.Similarity(First(few), First(many)),
            Jaro.Similarity(Last(few), Last(many)),
            Math.Min(few.Words.Length, many.Words.Length) <= 1 ? 1 : 0,
            few.IsForeign != many.IsForeign ? 1 : 0,
            foreign ? Edits.Distance(few.Original, many.Original) / Math.Max(1, Math.Max(few.Original.Length, many.Original.Length)) : 0,
            aligned.OnlyTrade ? 1 : 0,
            aligned.ShortEdit,
            Jaro.Similarity(Consonants(few), Consonants(many)),
            aligned.SharedStart,
            Reversed(few, many) ? 1 : 0,
        ];
    }

    private static string First(ComparableName name) => name.Sounds.IsEmpty ? "" : name.Sounds[0];

    private static string Last(ComparableName name) => name.Sounds.IsEmpty ? "" : name.Sounds[^1];

    private static string Sorted(ImmutableArray<string> words) => string.Concat(words.Order(StringComparer.Ordinal));

    private static string Figures(ComparableName name) => string.Join(' ', name.Words.Where(w => w.Any(char.IsAsciiDigit) && w.All(char.IsAsciiDigit)).Order(StringComparer.Ordinal));

    private static string Consonants(ComparableName name) => string.Concat(name.Sounds.Order(StringComparer.Ordinal).SelectMany(w => w.Where(c => !"aeiou".Contains(c, StringComparison.Ordinal))));

    private static bool Reversed(ComparableName few, ComparableName many)
    {
        var turned = few.Joined.ToCharArray();
        Array.Reverse(turned);
        return few.Joined.Length > Close && Edits.Distance(new string(turned), many.Joined) <= 1 && few.Joined != many.Joined;
    }

    /// <summary>Each word of the shorter name with the word of the longer one that is most like it, none twice.</summary>
    private readonly record struct Alignment(
        double Alike, double Contained, double Worst, double Rest, double ShortEdit, double SharedStart, int LoneFew, int LoneMany, int Initials, bool OnlyTrade)
    {
        public static Alignment Of(ComparableName few, ComparableName many)
        {
            var pairs = new List<(double Alike, int Few, int Many)>();
            for (var i = 0; i < few.Words.Length; i++)
            {
                for (var j = 0; j < many.Words.Length; j++)
                {
                    pairs.Add((AlikeOf(few, i, many, j), i, j));
                }
            }

            var (usedFew, usedMany) = (new bool[few.Words.Length], new bool[many.Words.Length]);
            var (sum, weight, worst, shortEdit, start, initials, trade) = (0.0, 0.0, 1.0, 0.0, 0.0, 0, true);
            foreach (var (alike, i, j) in pairs.Where(p => p.Alike >= Partner).OrderByDescending(p => p.Alike).ThenBy(p => p.Few).ThenBy(p => p.Many))
            {
                if (usedFew[i] || usedMany[j])
                {
                    continue;
                }

                (usedFew[i], usedMany[j]) = (true, true);
                var heft = Heft(few.Words[i]) + Heft(many.Words[j]);
                (sum, weight, worst) = (sum + (alike * heft), weight + heft, Math.Min(worst, alike));
                initials += few.Words[i].Length == 1 || many.Words[j].Length == 1 ? 1 : 0;
                trade &= LegalForms.IsTrade(few.Words[i]) || LegalForms.IsWeak(few.Words[i]);
                shortEdit = alike < 1 ? Math.Max(shortEdit, 1.0 / Math.Max(1, Math.Min(few.Words[i].Length, many.Words[j].Length))) : shortEdit;
            }

            var (loneFew, restFew, heftFew) = Lone(few, usedFew);
            var (loneMany, restMany, heftMany) = Lone(many, usedMany);
            if (loneFew > 0 && loneMany > 0)
            {
                start = pairs.Where(p => !usedFew[p.Few] && !usedMany[p.Many]).Select(p => p.Alike).DefaultIfEmpty(0).Max();
                worst = start;
            }

            var whole = weight + heftFew + heftMany;
            return new(
                whole == 0 ? 0 : sum / whole,
                weight + heftFew == 0 ? 0 : sum / (weight + (2 * heftFew)),
                weight == 0 ? 0 : worst,
                restFew + restMany,
                shortEdit,
                start,
                loneFew,
                loneMany,
                initials,
                trade);
        }

        private static (int Count, double Share, double Heft) Lone(ComparableName name, bool[] used)
        {
            var (count, lone, all) = (0, 0.0, 0.0);
            for (var i = 0; i < used.Length; i++)
            {
                var heft = Heft(name.Words[i]);
                all += heft;
                if (!used[i])
                {
                    lone += heft;
                    count += LegalForms.IsWeak(name.Words[i]) ? 0 : 1;
                }
            }

            return (count, all == 0 ? 0 : lone / all / 2, lone);
        }

        private static double Heft(string word) => LegalForms.IsWeak(word) ? 0.3 : LegalForms.IsTrade(word) ? 0.6 : 1;

        private static double AlikeOf(ComparableName few, int i, ComparableName many, int j)
        {
            var (left, right) = (few.Words[i], many.Words[j]);
            if (left == right)
            {
                return 1;
            }

            if (Nicknames.AreOne(left, right) || few.Sounds[i] == many.Sounds[j])
            {
                return 0.97;
            }

            if ((left.Length == 1 || right.Length == 1) && left[0] == right[0] && char.IsAsciiLetter(left[0]))
            {
                return 0.85;
            }

            if (left.All(char.IsAsciiDigit) || right.All(char.IsAsciiDigit))
            {
                return 0;
            }

            var longest = Math.Max(left.Length, right.Length);
            var plain = 1 - (Edits.Distance(left, right) / longest);
            var heard = 1 - (Edits.Distance(few.Sounds[i], many.Sounds[j]) / Math.Max(few.Sounds[i].Length, many.Sounds[j].Length));
            return Math.Max(Math.Max(plain, heard), (Jaro.Similarity(few.Sounds[i], many.Sounds[j]) + plain) / 2);
        }
    }
}
