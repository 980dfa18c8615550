using Tracking.Formats.TrackingNumbers;

namespace Tracking.Formats.Gs1;

/// <summary>What a GS1 key names.</summary>
public enum Gs1KeyKind : byte
{
    /// <summary>A logistic unit: Serial Shipping Container Code, 18 digits, application identifier 00.</summary>
    Sscc = 0,
    /// <summary>A single item: GTIN of 14 digits (01) and serial number (21).</summary>
    Sgtin = 1,
    /// <summary>A shipment: Global Shipment Identification Number, 17 digits, 402.</summary>
    Gsin = 2,
    /// <summary>A consignment: Global Identification Number for Consignment, up to 30 characters, 401.</summary>
    Ginc = 3,
}

/// <summary>
/// A key of GS1 that can name a parcel or a consignment, whatever form it was written in: EPC URN, Digital Link or
/// element string.
/// </summary>
/// <param name="Kind">What it names.</param>
/// <param name="Value">The key's characters with its check digit; for an SGTIN the GTIN.</param>
/// <param name="Serial">For an SGTIN its serial number; null for the others.</param>
public readonly record struct Gs1Key(Gs1KeyKind Kind, string Value, string? Serial)
{
    private const string Epc = "urn:epc:id:";
    private const int LongestGinc = 30;
    private const int LongestSerial = 20;
    private const int LongestUri = 1_024;

    /// <summary>Reads an EPC URN or a Digital Link.</summary>
    /// <param name="uri">The URI.</param>
    /// <param name="key">The key; default where it is none.</param>
    public static bool TryParse(string? uri, out Gs1Key key)
    {
        key = default;
        if (uri is not { Length: > 0 and <= LongestUri })
        {
            return false;
        }

        return uri.StartsWith(Epc, StringComparison.Ordinal) ? FromUrn(uri[Epc.Length..], out key) : FromLink(uri, out key);
    }

    /// <summary>Takes a key over from an application identifier and its value.</summary>
    /// <param name="ai">00, 01, 401 or 402.</param>
    /// <param name="value">The value with its check digit.</param>
    /// <param name="serial">For 01 the value of 21.</param>
    /// <param name="key">The key; default where it is none.</param>
    public static bool TryCreate(string ai, string value, string? serial, out Gs1Key key)
    {
        Gs1KeyKind? kind = ai switch
        {
            "00" when Checked(value, 18) => Gs1KeyKind.Sscc,
            "01" when Checked(value, 14) && serial is { Length: > 0 and <= LongestSerial } => Gs1KeyKind.Sgtin,
            "402" when Checked(value, 17) => Gs1KeyKind.Gsin,
            "401" when value is { Length: > 0 and <= LongestGinc } => Gs1KeyKind.Ginc,
            _ => null,
        };
        key = kind is { } known ? new Gs1Key(known, value, known == Gs1KeyKind.Sgtin ? serial : null) : default;
        return kind is not null;
    }

    /// <summary>The key as Digital Link on GS1's own resolver.</summary>
    public string ToDigitalLink() => Kind switch
    {
        Gs1KeyKind.Sscc => $"https://id.gs1.org/00/{Value}",
        Gs1KeyKind.Sgtin => $"https://id.gs1.org/01/{Value}/21/{Uri.EscapeDataString(Serial!)}",
        Gs1KeyKind.Gsin => $"https://id.gs1.org/402/{Value}",
        _ => $"https://id.gs1.org/401/{Uri.EscapeDataString(Value)}",
    };

    /// <summary>The key as a shipment's number: digits and characters alone; for an SGTIN with a dot before the serial number.</summary>
    public override string ToString() => Serial is null ? Value : $"{Value}.{Serial}";

    private static bool FromUrn(string urn, out Gs1Key key)
    {
        key = default;
        var colon = urn.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            return false;
        }

        var parts = urn[(colon + 1)..].Split('.', 3);
        if (parts.Length < 2 || !Digits(parts[0], 6, 12))
        {
            return false;
        }

        return urn[..colon] switch
        {
            "sscc" when parts.Length == 2 && parts[1].Length > 1 => Complete("00", $"{parts[1][0]}{parts[0]}{parts[1][1..]}", 17, null, out key),
            "sgtin" when parts.Length == 3 && parts[1].Length > 0 => Complete("01", $"{parts[1][0]}{parts[0]}{parts[1][1..]}", 13, Unescape(parts[2]), out key),
            "gsin" when parts.Length == 2 => Complete("402", parts[0] + parts[1], 16, null, out key),
            "ginc" => TryCreate("401", Unescape(parts[0] + string.Join('.', parts[1..])), null, out key),
            _ => false,
        };
    }

    private static bool Complete(string ai, string body, int length, string? serial, out Gs1Key key)
    {
        key = default;
        return Digits(body, length, length) && TryCreate(ai, body + CheckDigits.Gs1(body), serial, out key);
    }

    private static bool FromLink(string uri, out Gs1Key key)
    {
        key = default;
        if (!uri.StartsWith("https://", StringComparison.Ordinal) && !uri.StartsWith("http://", StringComparison.Ordinal))
        {
            return false;
        }

        // The path may begin anywhere, so the key is looked for from the end: identifier, value and, for an item, its qualifiers.
        var segments = uri.Split('?', '#')[0].Split('/');
        for (var i = segments.Length - 2; i >= 3; i--)
        {
            if (segments[i] is not ("00" or "01" or "401" or "402"))
            {
                continue;
            }

            string? serial = null;
            for (var q = i + 2; q + 1 < segments.Length; q += 2)
            {
                serial = segments[q] == "21" ? Unescape(segments[q + 1]) : serial;
            }

            if (TryCreate(segments[i], Unescape(segments[i + 1]), serial, out key))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Checked(string value, int length) => Digits(value, length, length) && CheckDigits.Gs1(value.AsSpan(0, length - 1)) == value[^1];

    private static bool Digits(string text, int least, int most) => text.Length >= least && text.Length <= most && !text.AsSpan().ContainsAnyExceptInRange('0', '9');

    private static string Unescape(string text) => Uri.UnescapeDataString(text);
}
