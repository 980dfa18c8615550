using System.Security.Cryptography;
using System.Text;
using Tracking.Contracts.Access;
using Tracking.Contracts.Identifiers;
using Tracking.Formats;
using Tracking.Silo.Deliveries;

namespace Tracking.Silo.Partners;

/// <summary>One partner in the configuration.</summary>
internal sealed record PartnerEntry
{
    private const string Everybody = "*";
    private const int ShortestKey = 16;
    private static readonly string[] Known = ["name", "keySha256", "key", "carriers", "authorities", "marketplaces", "role", "deliveries"];

    /// <summary>Where in the configuration it stands.</summary>
    public required string Path { get; init; }

    /// <summary>The organisation's code; for a carrier its carrier code, so that what it is told counts as known to it.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of the key.</summary>
    public required byte[] KeySha256 { get; init; }

    public required SpokenFor Carriers { get; init; }

    public required SpokenFor Authorities { get; init; }

    public required SpokenFor Marketplaces { get; init; }

    public required ActorRole Role { get; init; }

    /// <summary>Where it is told of changes.</summary>
    public required IReadOnlyList<EndpointEntry> Deliveries { get; init; }

    public static PartnerEntry Read(IConfigurationSection section, List<string> faults)
    {
        foreach (var child in section.GetChildren().Where(c => !Known.Contains(c.Key, StringComparer.OrdinalIgnoreCase)))
        {
            faults.Add($"{child.Path} is not known. Known are {string.Join(", ", Known)}.");
        }

        var name = ShipmentNumber.NormaliseCarrier(section["name"]);
        if (name is null || name == PartnersOptions.OpenOrganisation)
        {
            faults.Add($"{section.Path}:name is '{section["name"]}'. Permitted are 1 to {ShipmentNumber.LongestCarrier} characters of a-z, 0-9 and the hyphen, but not '{PartnersOptions.OpenOrganisation}'.");
        }

        var role = ActorRole.Partner;
        if (section["role"] is { } text && (!EnumTexts.TryParse(text, out role) || role == ActorRole.System))
        {
            faults.Add($"{section.Path}:role is '{text}'. Permitted are {EnumTexts.Permitted<ActorRole>()}, but not system.");
        }

        return new PartnerEntry
        {
            Path = section.Path,
            Name = name ?? "",
            KeySha256 = Hash(section, faults),
            Carriers = Codes(section.GetSection("carriers"), faults),
            Authorities = Codes(section.GetSection("authorities"), faults),
            Marketplaces = Codes(section.GetSection("marketplaces"), faults),
            Role = role,
            Deliveries = [.. section.GetSection("deliveries").GetChildren().Select(c => EndpointEntry.Read(c, faults))],
        };
    }

    /// <summary>The hash of the key: as it is given, or of the key itself where that comes from a secret of the environment.</summary>
    private static byte[] Hash(IConfigurationSection section, List<string> faults)
    {
        var (hash, key) = (section["keySha256"], section["key"]);
        if (hash is null == key is null)
        {
            faults.Add($"{section.Path} needs either keySha256 or key, not {(key is null ? "neither" : "both")}.");
        }
        else if (key is { Length: >= ShortestKey and <= PartnerDirectory.LongestKey })
        {
            return SHA256.HashData(Encoding.UTF8.GetBytes(key));
        }
        else if (key is not null)
        {
            faults.Add($"{section.Path}:key has {key.Length} characters. Permitted are {ShortestKey} to {PartnerDirectory.LongestKey}.");
        }
        else if (hash is { Length: 64 } && hash.All(char.IsAsciiHexDigit))
        {
            return Convert.FromHexString(hash);
        }
        else
        {
            faults.Add($"{section.Path}:keySha256 has {hash!.Length} characters. Permitted are 64 hexadecimal digits, the SHA-256 of the key in UTF-8.");
        }

        return [];
    }

    private static SpokenFor Codes(IConfigurationSection section, List<string> faults)
    {
        var codes = new List<string>();
        var all = false;
        foreach (var child in section.GetChildren())
        {
            all |= child.Value == Everybody;
            if (ShipmentNumber.NormaliseCarrier(child.Value) is { } code)
            {
                codes.Add(code);
            }
            else if (child.Value != Everybody)
            {
                faults.Add($"{child.Path} is '{child.Value}'. Permitted are codes of 1 to {ShipmentNumber.LongestCarrier} characters of a-z, 0-9 and the hyphen, or '{Everybody}' for all.");
            }
        }

        if (section.Value is { Length: > 0 } single)
        {
            faults.Add($"{section.Path} is '{single}'. Permitted is a list of codes.");
        }

        return all ? SpokenFor.Everybody : new SpokenFor(codes);
    }
}
