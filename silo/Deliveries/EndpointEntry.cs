using Tracking.Contracts.Identifiers;
using Tracking.Domain.Deliveries;
using Tracking.Formats;

namespace Tracking.Silo.Deliveries;

/// <summary>The shapes in which changes are told.</summary>
internal enum DeliveryShape
{
    /// <summary>The hold with the shipment's state.</summary>
    Json,

    /// <summary>An EPCIS 2.0 document with the fact that changed it.</summary>
    Epcis,
}

/// <summary>One endpoint of a partner in the configuration.</summary>
internal sealed record EndpointEntry
{
    private const int MostSecrets = 4;
    private static readonly string[] Known = ["id", "url", "secrets", "events", "shape"];

    /// <summary>Its name among the partner's endpoints.</summary>
    public required string Id { get; init; }

    public required Uri Url { get; init; }

    public required IReadOnlyList<byte[]> Secrets { get; init; }

    /// <summary>What it is told.</summary>
    public required IReadOnlySet<NewsKind> Events { get; init; }

    public required DeliveryShape Shape { get; init; }

    public static EndpointEntry Read(IConfigurationSection section, List<string> faults)
    {
        foreach (var child in section.GetChildren().Where(c => !Known.Contains(c.Key, StringComparer.OrdinalIgnoreCase)))
        {
            faults.Add($"{child.Path} is not known. Known are {string.Join(", ", Known)}.");
        }

        if (ShipmentNumber.NormaliseCarrier(section["id"]) is not { } id)
        {
            faults.Add($"{section.Path}:id is '{section["id"]}'. Permitted are 1 to {ShipmentNumber.LongestCarrier} characters of a-z, 0-9 and the hyphen.");
            id = "";
        }

        if (!Uri.TryCreate(section["url"], UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http") || url.UserInfo.Length > 0 || url.Fragment.Length > 0)
        {
            // Never what it is: it may hold a token.
            faults.Add($"{section.Path}:url is missing or not permitted. Give an absolute https address without user, password and fragment.");
            url = new Uri("https://invalid.");
        }

        var shape = DeliveryShape.Json;
        if (section["shape"] is { } text && !EnumTexts.TryParse(text, out shape))
        {
            faults.Add($"{section.Path}:shape is '{text}'. Permitted are {EnumTexts.Permitted<DeliveryShape>()}.");
        }

        return new EndpointEntry { Id = id, Url = url, Secrets = ReadSecrets(section.GetSection("secrets"), faults), Events = ReadEvents(section.GetSection("events"), faults), Shape = shape };
    }

    private static List<byte[]> ReadSecrets(IConfigurationSection section, List<string> faults)
    {
        var secrets = new List<byte[]>();
        foreach (var child in section.GetChildren())
        {
            if (WebhookSignature.ReadSecret(child.Value) is { } secret)
            {
                secrets.Add(secret);
            }
            else
            {
                faults.Add($"{child.Path} is no secret. Permitted are {WebhookSignature.SecretPrefix} and 24 to 64 bytes in base64.");
            }
        }

        if (secrets.Count is 0 or > MostSecrets)
        {
            faults.Add($"{section.Path} has {secrets.Count} secrets. Permitted are 1 to {MostSecrets}; a message is signed with each.");
        }

        return secrets;
    }

    private static HashSet<NewsKind> ReadEvents(IConfigurationSection section, List<string> faults)
    {
        var events = new HashSet<NewsKind>();
        foreach (var child in section.GetChildren())
        {
            if (NewsTexts.TryParse(child.Value, out var kind))
            {
                events.Add(kind);
            }
            else
            {
                faults.Add($"{child.Path} is '{child.Value}'. Permitted are {NewsTexts.Permitted}.");
            }
        }

        return events.Count > 0 ? events : [.. Enum.GetValues<NewsKind>()];
    }
}
