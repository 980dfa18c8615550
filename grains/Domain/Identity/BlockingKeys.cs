using System.Text;
using System.IO.Hashing;
using Tracking.Domain.Identity.Names;

namespace Tracking.Domain.Identity;

/// <summary>
/// Keys by which a name is found among a million: two names that may be one have at least one in common. Beginnings and
/// ends of words as they sound, so that a fault in one half leaves the other; and pairs of beginnings, for names all of
/// whose words are common.
/// </summary>
public static class BlockingKeys
{
    private const int Piece = 4;
    private const int MostPairedWords = 6;

    /// <summary>The keys of a name, each once.</summary>
    /// <param name="name">The name.</param>
    public static IReadOnlyCollection<long> Of(ComparableName name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var keys = new HashSet<long>();
        var starts = new List<string>();
        for (var i = 0; i < name.Words.Length; i++)
        {
            if (LegalForms.IsWeak(name.Words[i]) && name.Words.Length > 1)
            {
                continue;
            }

            Add(keys, name.Sounds[i]);
            starts.Add(Start(name.Sounds[i]));
            foreach (var group in Nicknames.GroupsOf(name.Words[i]))
            {
                keys.Add(Hash($"n{group}"));
            }
        }

        Add(keys, string.Concat(name.Sounds));
        starts.Sort(StringComparer.Ordinal);
        var paired = Math.Min(starts.Count, MostPairedWords);
        for (var i = 0; i < paired; i++)
        {
            for (var j = i + 1; j < paired; j++)
            {
                keys.Add(Hash($"2{starts[i]} {starts[j]}"));
            }
        }

        return keys;
    }

    private static void Add(HashSet<long> keys, string sound)
    {
        if (sound.Length == 0)
        {
            return;
        }

        keys.Add(Hash($"a{Start(sound)}"));
        keys.Add(Hash($"z{sound[^Math.Min(Piece, sound.Length)..]}"));
    }

    private static string Start(string sound) => sound[..Math.Min(Piece, sound.Length)];

    private static long Hash(string key) => (long)XxHash3.HashToUInt64(Encoding.UTF8.GetBytes(key));
}
