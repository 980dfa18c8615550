using System.Collections.Frozen;

namespace Tracking.Domain.Routes;

/// <summary>Which customs territory a country belongs to. The European Union is one; every other country is its own.</summary>
public static class CustomsTerritory
{
    /// <summary>The European Union's code.</summary>
    public const string EuropeanUnion = "EU";

    // Member states, and Monaco, which lies in the Union's customs territory (Regulation 952/2013, article 4).
    private static readonly FrozenSet<string> Members = new[]
    {
        "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
        "LV", "MC", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK", EuropeanUnion,
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The territory of a country.</summary>
    /// <param name="country">ISO 3166-1 alpha-2, upper case; null where unknown.</param>
    /// <returns>The country itself, <see cref="EuropeanUnion"/>, or null where it is unknown.</returns>
    public static string? Of(string? country) => country is not null && Members.Contains(country) ? EuropeanUnion : country;
}
