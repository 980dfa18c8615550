using Tracking.Contracts.Facts;

namespace Tracking.Formats.Json;

/// <summary>Places by UN/LOCODE met lately: there are few, and each is named by millions of scans.</summary>
internal static class RecentPlaces
{
    private const int Slots = 4096;
    private static readonly Place?[] Kept = new Place?[Slots];
    private static readonly string[] Countries = new string[26 * 26];

    /// <summary>The place of a UN/LOCODE in normal form.</summary>
    public static Place Get(string country, string locode)
    {
        ref var slot = ref Kept[(uint)((locode[0] * 29) + (locode[1] * 31) + (locode[2] * 7919) + (locode[3] * 271) + (locode[4] * 37)) % Slots];
        if (slot is { } known && known.Locode == locode)
        {
            return known;
        }

        return slot = new Place(country, locode);
    }

    /// <summary>The country of a UN/LOCODE in normal form.</summary>
    public static string CountryOf(string locode) => Countries[((locode[0] - 'A') * 26) + locode[1] - 'A'] ??= locode[..2];
}
