using System.Collections.Frozen;
using Tracking.Contracts.Identifiers;

namespace Tracking.Formats.Carriers;

/// <summary>The names that aggregators give to carriers.</summary>
internal static class CarrierNames
{
    private static readonly FrozenDictionary<string, string> Known = new Dictionary<string, string>
    {
        ["dhlexpress"] = "dhl",
        ["dhlecommerce"] = "dhl",
        ["dhlecs"] = "dhl",
        ["dhlglobalmail"] = "dhl",
        ["dhlpaket"] = "dhl",
        ["dhlgermany"] = "dhl",
        ["fedexground"] = "fedex",
        ["fedexsmartpost"] = "fedex",
        ["fedexdefault"] = "fedex",
        ["upsdap"] = "ups",
        ["upsmailinnovations"] = "ups",
        ["upssurepost"] = "ups",
        ["uspsreturns"] = "usps",
        ["canadapost"] = "canada-post",
        ["royalmail"] = "royal-mail",
        ["australiapost"] = "australia-post",
        ["lasershipv2"] = "lasership",
        ["deutschepost"] = "deutsche-post",
        ["chinapost"] = "china-post",
        ["swisspost"] = "swiss-post",
    }.ToFrozenDictionary();

    /// <summary>The carrier's code; a name that no table has becomes a code of its own letters and digits. Null where it has none.</summary>
    public static string? Code(string? name)
    {
        if (name is not { Length: > 0 and <= 64 })
        {
            return null;
        }

        var plain = string.Concat(name.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit));
        if (Known.TryGetValue(plain, out var code))
        {
            return code;
        }

        return ShipmentNumber.NormaliseCarrier(name.Replace('_', '-').Replace(' ', '-')) ?? ShipmentNumber.NormaliseCarrier(plain);
    }
}
