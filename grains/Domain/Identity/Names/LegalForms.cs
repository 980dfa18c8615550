using System.Collections.Frozen;

namespace Tracking.Domain.Identity.Names;

/// <summary>Words of a name that say what kind of company it is, or little at all. General knowledge, in the Latin letters that names are compared in.</summary>
internal static class LegalForms
{
    // Longest first within a line: what the words together stand for is one legal form.
    private static readonly (string Words, string Form)[] Phrases =
    [
        ("public joint stock company", "jsc"), ("open joint stock company", "jsc"), ("closed joint stock company", "jsc"), ("joint stock company", "jsc"),
        ("limited liability company", "ltd"), ("limited liability partnership", "llp"), ("public limited company", "plc"), ("private limited", "ltd"),
        ("limited partnership", "lp"), ("societate cu raspundere limitata", "ltd"), ("societatea cu raspundere limitata", "ltd"), ("sociedad anonima", "jsc"),
        ("sociedad de responsabilidad limitada", "ltd"), ("societe anonyme", "jsc"), ("societa per azioni", "jsc"), ("spolka akcyjna", "jsc"),
        ("spolka z ograniczona odpowiedzialnoscia", "ltd"), ("gesellschaft mit beschrankter haftung", "ltd"), ("obshchestvo s ogranichennoy otvetstvennostyu", "ltd"),
        ("obshchestvo s ogranichennoi otvetstvennostiu", "ltd"), ("aktsionernoe obshchestvo", "jsc"), ("s a de c v", "jsc"), ("sa de cv", "jsc"),
        ("sp z o o", "ltd"), ("sp z oo", "ltd"), ("sdn bhd", "ltd"), ("pty ltd", "ltd"), ("pte ltd", "ltd"), ("pvt ltd", "ltd"), ("pvt limited", "ltd"),
        ("co ltd", "ltd"), ("co limited", "ltd"), ("company limited", "ltd"), ("s a r l", "ltd"), ("s a s", "jsc"), ("s p a", "jsc"), ("g m b h", "ltd"),
        ("l l c", "ltd"), ("l l p", "llp"), ("s r l", "ltd"), ("o o o", "ltd"), ("p l c", "plc"), ("l p", "lp"), ("s a", "jsc"), ("a g", "jsc"), ("a s", "jsc"),
        ("b v", "ltd"), ("n v", "jsc"), ("youxian gongsi", "ltd"), ("you xian gong si", "ltd"), ("gu fen you xian gong si", "jsc"), ("zhu shi hui she", "jsc"),
    ];

    private static readonly FrozenDictionary<string, string> Single = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["ltd"] = "ltd",
        ["limited"] = "ltd",
        ["llc"] = "ltd",
        ["gmbh"] = "ltd",
        ["ooo"] = "ltd",
        ["sarl"] = "ltd",
        ["srl"] = "ltd",
        ["bv"] = "ltd",
        ["pty"] = "ltd",
        ["lda"] = "ltd",
        ["ltda"] = "ltd",
        ["kft"] = "ltd",
        ["doo"] = "ltd",
        ["eood"] = "ltd",
        ["ood"] = "ltd",
        ["oy"] = "ltd",
        ["aps"] = "ltd",
        ["sro"] = "ltd",
        ["too"] = "ltd",
        ["ag"] = "jsc",
        ["sa"] = "jsc",
        ["jsc"] = "jsc",
        ["ojsc"] = "jsc",
        ["cjsc"] = "jsc",
        ["pjsc"] = "jsc",
        ["oao"] = "jsc",
        ["zao"] = "jsc",
        ["pao"] = "jsc",
        ["ao"] = "jsc",
        ["spa"] = "jsc",
        ["nv"] = "jsc",
        ["ab"] = "jsc",
        ["oyj"] = "jsc",
        ["asa"] = "jsc",
        ["kk"] = "jsc",
        ["sas"] = "jsc",
        ["se"] = "jsc",
        ["aktiengesellschaft"] = "jsc",
        ["plc"] = "plc",
        ["inc"] = "inc",
        ["incorporated"] = "inc",
        ["corp"] = "inc",
        ["corporation"] = "inc",
        ["co"] = "co",
        ["company"] = "co",
        ["cie"] = "co",
        ["kompaniya"] = "co",
        ["kompaniia"] = "co",
        ["lp"] = "lp",
        ["llp"] = "llp",
        ["kg"] = "lp",
        ["ohg"] = "lp",
        ["fze"] = "ltd",
        ["fzco"] = "ltd",
        ["fzc"] = "ltd",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Weak = new[]
    {
        "the", "and", "of", "de", "la", "le", "el", "al", "der", "die", "das", "van", "von", "bin", "ben", "ibn", "bint", "abu", "ul", "ud", "da", "do", "dos", "di", "du", "for", "mr", "mrs", "ms", "dr", "prof",
        "sheikh", "shaikh", "haji", "hajji", "sir", "lord", "president", "y", "e", "und", "et", "i",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Words that many businesses have in their names: alone they tell nobody from anybody.</summary>
    private static readonly FrozenSet<string> Trade = new[]
    {
        "trading", "trade", "group", "holding", "holdings", "international", "import", "export", "general", "services", "service", "industries", "industry", "industrial", "technology", "technologies", "store",
        "shop", "outlet", "commerce", "electronics", "fashion", "global", "enterprise", "enterprises", "bank", "management", "logistics", "shipping", "solutions", "systems", "trust", "capital", "partners",
        "fund", "real", "estate", "official", "online", "china", "shenzhen", "guangzhou", "yiwu", "hangzhou", "dongguan", "xiamen", "ningbo", "foshan", "shanghai", "hong", "kong", "leather",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a word is an article, particle or title.</summary>
    public static bool IsWeak(string word) => Weak.Contains(word);

    /// <summary>Whether a word says what a business does or where, not who it is.</summary>
    public static bool IsTrade(string word) => Trade.Contains(word);

    /// <summary>Takes the legal forms out of a name's words. A name of nothing else keeps them.</summary>
    /// <param name="words">The words; left without the legal forms.</param>
    /// <returns>The form, the last one of several; null where it has none.</returns>
    public static string? Take(List<string> words)
    {
        string? form = null;
        foreach (var (phrase, meaning) in Phrases)
        {
            var parts = phrase.Split(' ');
            for (var at = 0; at + parts.Length <= words.Count && words.Count > parts.Length; at++)
            {
                if (words.Skip(at).Take(parts.Length).SequenceEqual(parts, StringComparer.Ordinal))
                {
                    words.RemoveRange(at--, parts.Length);
                    at = Math.Max(at, -1);
                    form ??= meaning;
                }
            }
        }

        for (var i = words.Count - 1; i >= 0 && words.Count > 1; i--)
        {
            if (Single.TryGetValue(words[i], out var meaning))
            {
                words.RemoveAt(i);
                form ??= meaning;
            }
        }

        return form;
    }
}
