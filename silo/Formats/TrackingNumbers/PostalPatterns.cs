using System.Collections.Frozen;
using Tracking.Formats.Places;

namespace Tracking.Formats.TrackingNumbers;

/// <summary>Postal items of all countries (UPU S10), and domestic forms of some posts.</summary>
internal static class PostalPatterns
{
    /// <summary>Posts whose carrier code is not <c>post-</c> and the country.</summary>
    private static readonly FrozenDictionary<string, string> Operators = new Dictionary<string, string>
    {
        ["US"] = "usps",
        ["CA"] = "canada-post",
        ["GB"] = "royal-mail",
        ["DE"] = "deutsche-post",
        ["FR"] = "la-poste",
        ["CN"] = "china-post",
        ["HK"] = "hongkong-post",
        ["JP"] = "japan-post",
        ["KR"] = "korea-post",
        ["AU"] = "australia-post",
        ["NZ"] = "nz-post",
        ["IN"] = "india-post",
        ["SG"] = "singapore-post",
        ["NL"] = "postnl",
        ["BE"] = "bpost",
        ["CH"] = "swiss-post",
        ["IT"] = "poste-italiane",
        ["SE"] = "postnord",
        ["DK"] = "postnord",
        ["NO"] = "posten-norge",
        ["FI"] = "posti",
        ["IE"] = "an-post",
        ["PL"] = "poczta-polska",
        ["PT"] = "ctt",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<char, string> Services = new Dictionary<char, string>
    {
        ['E'] = "EMS",
        ['L'] = "tracked letter post",
        ['M'] = "M bag",
        ['Q'] = "business reply",
        ['R'] = "registered letter post",
        ['U'] = "letter post",
        ['V'] = "insured letter post",
        ['C'] = "parcel post",
        ['H'] = "e-commerce parcel",
    }.ToFrozenDictionary();

    public static IReadOnlyList<NumberPattern> All { get; } =
    [
        .. Services.Select(service => new NumberPattern("", "S10 postal item", NumberLevel.Piece, $"{service.Key}ad{{9}}aa")
        {
            Check = CheckDigits.S10, Guarded = 2..10, CheckAt = 10, CarrierOf = OperatorOf,
            ServiceAt = 0..1, Services = FrozenDictionary.ToFrozenDictionary([KeyValuePair.Create(service.Key.ToString(), service.Value)]),
        }),
        new("", "S10 postal item, domestic or bilateral service", NumberLevel.Piece, "[ABDFGIJKNOPSTWXYZ]ad{9}aa")
        {
            Check = CheckDigits.S10, Guarded = 2..10, CheckAt = 10, CarrierOf = OperatorOf,
        },
        new("canada-post", "Canada Post PIN", NumberLevel.Piece, "d{16}") { Check = CheckDigits.Gs1FromLeft },
        new("swiss-post", "Swiss Post, 18 digits", NumberLevel.Piece, "99d{16}"),
        new("post-at", "Austrian Post, 22 digits", NumberLevel.Piece, "1d{21}"),
    ];

    /// <summary>The post of a country; null where there is no such country.</summary>
    public static string? Post(string country) => Operators.TryGetValue(country, out var code) ? code
        : PlaceCodes.Country(country) is not null ? $"post-{country.ToLowerInvariant()}"
        : null;

    private static string? OperatorOf(string number) => Post(number[^2..]);
}
