using Tracking.Contracts.Identifiers;
using Tracking.Formats.Carriers;

namespace Tracking.Silo.Webhooks;

/// <summary>A sender of webhooks in the configuration.</summary>
internal sealed record WebhookSource
{
    private const int ShortestSecret = 8;
    private static readonly string[] Known = ["secret", "partner", "scheme", "header", "carrier", "toleranceSeconds"];

    /// <summary>Senders whose scheme is published, and FedEx' from memory; all others get the secret itself.</summary>
    private static readonly Dictionary<string, (SignatureScheme Scheme, string Header)> Schemes = new()
    {
        ["easypost"] = (SignatureScheme.HmacHex, "X-Hmac-Signature"),
        ["aftership"] = (SignatureScheme.HmacBase64, "aftership-hmac-sha256"),
        ["shippo"] = (SignatureScheme.Timestamped, "Shippo-Auth-Signature"),
        ["ups"] = (SignatureScheme.SharedSecret, "credential"),
        ["fedex"] = (SignatureScheme.HmacHex, "fdx-signature"),
    };

    /// <summary>The secret that sender and receiver know.</summary>
    public required string Secret { get; init; }

    /// <summary>The name of the partner in whose name it reports, and whose rights bound what it may say.</summary>
    public required string Partner { get; init; }

    public required SignatureScheme Scheme { get; init; }

    /// <summary>The header with the signature.</summary>
    public required string Header { get; init; }

    /// <summary>The carrier's code here, where it is another than the source's name.</summary>
    public string? Carrier { get; init; }

    /// <summary>How far a signed time may be from now.</summary>
    public required TimeSpan Tolerance { get; init; }

    public static WebhookSource Read(IConfigurationSection section, List<string> faults)
    {
        var name = section.Key.ToLowerInvariant();
        foreach (var child in section.GetChildren().Where(c => !Known.Contains(c.Key, StringComparer.OrdinalIgnoreCase)))
        {
            faults.Add($"{child.Path} is not known. Known are {string.Join(", ", Known)}.");
        }

        if (!CarrierAdapters.All.Any(a => a.Name == name))
        {
            faults.Add($"{section.Path} is no source of webhooks. Known are {string.Join(", ", CarrierAdapters.All.Select(a => a.Name))}.");
        }

        if (section["secret"] is not { Length: >= ShortestSecret })
        {
            faults.Add($"{section.Path}:secret is missing or shorter than {ShortestSecret} characters.");
        }

        var (scheme, header) = Schemes.GetValueOrDefault(name, (SignatureScheme.SharedSecret, "X-Webhook-Secret"));
        if (section["scheme"] is { } text && !Formats.EnumTexts.TryParse(text, out scheme))
        {
            faults.Add($"{section.Path}:scheme is '{text}'. Permitted are {Formats.EnumTexts.Permitted<SignatureScheme>()}.");
        }

        var seconds = 300;
        if (section["toleranceSeconds"] is { } tolerance && (!int.TryParse(tolerance, out seconds) || seconds is < 1 or > 86_400))
        {
            faults.Add($"{section.Path}:toleranceSeconds is '{tolerance}'. Permitted are 1 to 86400.");
        }

        return new WebhookSource
        {
            Secret = section["secret"] ?? "",
            Partner = ShipmentNumber.NormaliseCarrier(section["partner"]) ?? Missing(section, faults),
            Scheme = scheme,
            Header = section["header"] ?? header,
            Carrier = ShipmentNumber.NormaliseCarrier(section["carrier"]),
            Tolerance = TimeSpan.FromSeconds(seconds),
        };
    }

    private static string Missing(IConfigurationSection section, List<string> faults)
    {
        faults.Add($"{section.Path}:partner is missing. Give the name of a partner in whose name it reports.");
        return "";
    }
}
