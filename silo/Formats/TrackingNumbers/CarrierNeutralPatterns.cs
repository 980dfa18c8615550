using System.Collections.Frozen;

namespace Tracking.Formats.TrackingNumbers;

/// <summary>Numbers that name no carrier by themselves: logistic units of GS1, and air waybills, whose prefix names the airline.</summary>
internal static class CarrierNeutralPatterns
{
    /// <summary>The code under which an SSCC goes where nothing says who carries it.</summary>
    public const string Gs1 = "gs1";

    /// <summary>Airlines' accounting prefixes: those whose parcels are known by a carrier's code, and the name of others.</summary>
    private static readonly FrozenDictionary<string, (string Carrier, string Name)> Airlines = new Dictionary<string, (string, string)>
    {
        ["001"] = ("", "American Airlines"),
        ["006"] = ("", "Delta"),
        ["014"] = ("", "Air Canada"),
        ["016"] = ("", "United"),
        ["020"] = ("", "Lufthansa Cargo"),
        ["023"] = ("fedex", "FedEx"),
        ["057"] = ("", "Air France"),
        ["065"] = ("", "Saudia"),
        ["071"] = ("", "Ethiopian"),
        ["074"] = ("", "KLM"),
        ["081"] = ("", "Qantas"),
        ["112"] = ("", "China Cargo"),
        ["125"] = ("", "British Airways"),
        ["131"] = ("", "Japan Airlines"),
        ["157"] = ("", "Qatar Airways"),
        ["160"] = ("", "Cathay Pacific"),
        ["172"] = ("", "Cargolux"),
        ["176"] = ("", "Emirates"),
        ["180"] = ("", "Korean Air"),
        ["205"] = ("", "All Nippon"),
        ["217"] = ("", "Thai"),
        ["235"] = ("", "Turkish"),
        ["297"] = ("", "China Airlines"),
        ["369"] = ("", "Atlas Air"),
        ["403"] = ("", "Polar Air Cargo"),
        ["406"] = ("ups", "UPS"),
        ["423"] = ("dhl", "DHL"),
        ["615"] = ("dhl", "DHL (European Air Transport)"),
        ["618"] = ("", "Singapore Airlines"),
        ["695"] = ("", "EVA Air"),
        ["724"] = ("", "Swiss"),
        ["781"] = ("", "China Eastern"),
        ["784"] = ("", "China Southern"),
        ["988"] = ("", "Asiana"),
        ["999"] = ("", "Air China"),
    }.ToFrozenDictionary();

    public static IReadOnlyList<NumberPattern> All { get; } =
    [
        new(Gs1, "SSCC", NumberLevel.Piece, "d{18}") { Check = CheckDigits.Gs1 },
        new("dhl", "SSCC of DHL Parcel Germany", NumberLevel.Piece, "34043[34]d{12}") { Check = CheckDigits.Gs1 },
        new("", "air waybill", NumberLevel.Bill, "d{11}")
        {
            Check = CheckDigits.Seven, Guarded = 3..10, CarrierOf = Airline, ServiceAt = ..3, Services = Airlines.ToFrozenDictionary(a => a.Key, a => a.Value.Name),
        },
    ];

    // A prefix that is not in the table is still an airline's, so it keeps a code of its own.
    private static string Airline(string number) =>
        Airlines.TryGetValue(number[..3], out var airline) && airline.Carrier.Length > 0 ? airline.Carrier : $"air-{number[..3]}";
}
