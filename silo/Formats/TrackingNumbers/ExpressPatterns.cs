using System.Collections.Frozen;

namespace Tracking.Formats.TrackingNumbers;

/// <summary>UPS, DHL, DPD.</summary>
internal static class ExpressPatterns
{
    private static readonly FrozenDictionary<string, string> Ups = new Dictionary<string, string>
    {
        ["01"] = "Next Day Air",
        ["02"] = "2nd Day Air",
        ["03"] = "Ground",
        ["12"] = "3 Day Select",
        ["13"] = "Next Day Air Saver",
        ["15"] = "Next Day Air Early",
        ["22"] = "Ground, returns with three pickup attempts",
        ["32"] = "Next Day Air Early, cash on delivery",
        ["33"] = "Next Day Air Early, Saturday, cash on delivery",
        ["41"] = "Next Day Air Early, Saturday",
        ["42"] = "Ground, signature required",
        ["44"] = "Next Day Air, Saturday",
        ["66"] = "Worldwide Express",
        ["72"] = "Ground, cash on delivery",
        ["78"] = "Ground, returns with one pickup attempt",
        ["90"] = "Ground, returns with a mailed label",
        ["A0"] = "Next Day Air Early, adult signature",
        ["A1"] = "Next Day Air Early, Saturday, adult signature",
        ["A2"] = "Next Day Air, adult signature",
        ["A8"] = "Ground, adult signature",
        ["A9"] = "Next Day Air Early, adult signature, cash on delivery",
        ["AA"] = "Next Day Air Early, Saturday, adult signature, cash on delivery",
        ["YW"] = "SurePost, delivered by USPS",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> UpsWaybill = new Dictionary<string, string>
    {
        ["J"] = "Next Day Express",
        ["K"] = "Ground",
        ["V"] = "Worldwide Express Saver",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> Dpd = new Dictionary<string, string>
    {
        ["101"] = "Classic",
        ["102"] = "Classic, dangerous goods",
        ["105"] = "Classic, ex works",
        ["106"] = "Classic, ex works, dangerous goods",
        ["109"] = "Classic, cash on delivery",
        ["110"] = "Classic, cash on delivery, dangerous goods",
        ["113"] = "Classic, exchange",
        ["136"] = "Classic, small parcel",
        ["154"] = "Parcel letter",
        ["155"] = "Guarantee",
        ["161"] = "Guarantee, cash on delivery",
        ["179"] = "10:00",
        ["191"] = "10:00, cash on delivery",
        ["225"] = "12:00",
        ["237"] = "12:00, cash on delivery",
        ["350"] = "8:30",
    }.ToFrozenDictionary();

    // Country prefixes of DHL eCommerce's numbers.
    private static readonly string[] ECommerce = ["GM", "LX", "RX", "UV", "CN", "SG", "TH", "IN", "HK", "MY"];

    public static IReadOnlyList<NumberPattern> All { get; } =
    [
        new("ups", "UPS 1Z", NumberLevel.Piece, "1Zx{15}d") { Check = CheckDigits.OneTwo, Guarded = 2..^1, ServiceAt = 8..10, Services = Ups },
        new("ups", "UPS waybill", NumberLevel.Bill, "[AHJKTV]d{10}") { Check = CheckDigits.OneTwo, Guarded = 1..^1, ServiceAt = 0..1, Services = UpsWaybill },
        new("dhl", "DHL Express waybill", NumberLevel.Bill, "d{10,11}") { Check = CheckDigits.Seven },
        new("dhl", "DHL piece", NumberLevel.Piece, "Ja{2}d{9,10}"),
        new("dhl", "DHL piece", NumberLevel.Piece, "Ja{3}d{9,10}"),
        new("dhl", "DHL licence plate", NumberLevel.Piece, "JDd{16,20}"),
        new("dhl", "DHL licence plate", NumberLevel.Piece, "JJDd{16,20}") { Own = 1.. },
        .. ECommerce.Select(prefix => new NumberPattern("dhl", "DHL eCommerce", NumberLevel.Piece, $"{prefix}x{{10,39}}")
        {
            CarrierOf = number => number.AsSpan(2).ContainsAnyInRange('0', '9') ? "dhl" : null,
        }),
        new("dhl", "DHL eCommerce, 14 digits", NumberLevel.Piece, "d{14}"),
        new("dpd", "DPD label, 28 characters", NumberLevel.Piece, "d{27}x") { Check = CheckDigits.Iso7064Mod37, Own = 7..21, ServiceAt = 21..24, Services = Dpd },
        new("dpd", "DPD parcel label number with check character", NumberLevel.Piece, "d{14}x") { Check = CheckDigits.Iso7064Mod37, Own = ..14 },
        new("dpd", "DPD parcel label number", NumberLevel.Piece, "0d{13}"),
    ];
}
