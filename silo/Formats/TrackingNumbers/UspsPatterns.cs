using System.Collections.Frozen;

namespace Tracking.Formats.TrackingNumbers;

/// <summary>
/// United States Postal Service: IMpb and the older forms. IMpb is 9x, a service of three digits, a mailer (nine digits
/// that begin with 9, or six that do not) and a serial number that fills up to 22, 26 or 30 digits.
/// </summary>
internal static class UspsPatterns
{
    private const string Carrier = "usps";

    private static readonly FrozenDictionary<string, string> Old = new Dictionary<string, string>
    {
        ["01"] = "Delivery Confirmation, Priority or First-Class",
        ["02"] = "Delivery Confirmation, Parcel Select or Package Services",
        ["03"] = "Delivery Confirmation, retail",
        ["04"] = "Delivery Confirmation, retail",
        ["05"] = "Delivery Confirmation, Priority or First-Class, insured over 50 USD",
        ["06"] = "Delivery Confirmation, Parcel Select or Package Services, insured over 50 USD",
        ["07"] = "Delivery Confirmation, Priority, insured up to 50 USD",
        ["08"] = "Delivery Confirmation, Parcel Select or Package Services, insured up to 50 USD",
        ["21"] = "Signature Confirmation, Priority or First-Class",
        ["22"] = "Signature Confirmation, Parcel Select or Package Services",
        ["23"] = "Signature Confirmation, retail",
        ["24"] = "Signature Confirmation, retail",
        ["25"] = "Signature Confirmation, Priority or First-Class, insured",
        ["26"] = "Signature Confirmation, Parcel Select or Package Services, insured",
        ["70"] = "Certified Mail",
        ["71"] = "Certified Mail",
        ["73"] = "Insured Mail over 50 USD",
        ["77"] = "Registered Mail",
        ["82"] = "Merchandise Return",
        ["83"] = "Merchandise Return, insured up to 50 USD",
        ["85"] = "Merchandise Return, insured over 50 USD",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> Issuers = new Dictionary<string, string>
    {
        ["92"] = "commercial mailer",
        ["93"] = "commercial mailer",
        ["94"] = "online label",
        ["95"] = "retail counter",
    }.ToFrozenDictionary();

    public static IReadOnlyList<NumberPattern> All { get; } =
    [
        .. from issuer in new[] { ("92", true, false), ("93", false, true), ("94", true, true), ("95", true, true) }
           from serial in new[] { 22, 26, 30 }
           where serial != 30 || issuer.Item1 == "94"
           from mailer in Mailers(issuer.Item2, issuer.Item3, serial)
           select new NumberPattern(Carrier, "USPS IMpb", NumberLevel.Piece, $"{issuer.Item1}ddd{mailer}")
           {
               Check = CheckDigits.Gs1, ServiceAt = 0..2, Services = Issuers,
           },
        new(Carrier, "USPS, 22 digits", NumberLevel.Piece, "91d{20}") { Check = CheckDigits.Gs1, ServiceAt = 2..4, Services = Old },
        new(Carrier, "USPS, 20 digits", NumberLevel.Piece, "d{20}") { Check = CheckDigits.Gs1, ServiceAt = 0..2, Services = Old },
        new(Carrier, "USPS, 20 digits without 91", NumberLevel.Piece, "d{20}")
        {
            Check = body => CheckDigits.Gs1($"91{body}"), ServiceAt = 0..2, Services = Old,
        },
    ];

    // A mailer of six digits leaves no serial number that would fill 30 digits.
    private static IEnumerable<string> Mailers(bool nine, bool six, int length)
    {
        if (nine)
        {
            yield return $"9d{{{length - 6}}}";
        }

        if (six && length < 30)
        {
            yield return $"[012345678]d{{{length - 6}}}";
        }
    }
}
