using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Tracking.Contracts.Access;

namespace Tracking.Silo.Partners;

/// <summary>Tells callers apart by their API key. Keeps hashes of keys, never keys.</summary>
internal sealed class PartnerDirectory
{
    public const string KeyHeader = "X-Api-Key";

    /// <summary>The most characters of a key.</summary>
    public const int LongestKey = 256;

    private const string Bearer = "Bearer ";

    private readonly bool _open;
    private readonly (byte[] Hash, Partner Partner)[] _partners;

    public PartnerDirectory(IOptions<PartnersOptions> options)
    {
        _open = options.Value.Open;
        _partners =
        [
            .. options.Value.Entries.Select(e =>
                (e.KeySha256, new Partner(new Actor(e.Name, e.Name, e.Role), e.Carriers, e.Authorities, e.Marketplaces))),
        ];
    }

    /// <summary>The caller of a request; null where it shows no key that is known.</summary>
    public Partner? Find(HttpRequest request)
    {
        var key = KeyOf(request);
        if (key is null)
        {
            return _open ? Partner.Embedded : null;
        }

        if (key.Length is 0 or > LongestKey)
        {
            return null;
        }

        Span<byte> utf8 = stackalloc byte[Encoding.UTF8.GetMaxByteCount(LongestKey)];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(utf8[..Encoding.UTF8.GetBytes(key, utf8)], hash);

        // All are compared, each in constant time: how long it takes tells nothing of a key.
        Partner? found = null;
        foreach (var (known, partner) in _partners)
        {
            if (CryptographicOperations.FixedTimeEquals(hash, known))
            {
                found = partner;
            }
        }

        return found;
    }

    /// <summary>The partner of a name: for callers that prove by other means than a key who they are. Null where there is none.</summary>
    public Partner? Named(string name)
    {
        foreach (var (_, partner) in _partners)
        {
            if (partner.Actor.Organisation == name)
            {
                return partner;
            }
        }

        return _open ? Partner.Embedded : null;
    }

    private static string? KeyOf(HttpRequest request)
    {
        if (request.Headers.TryGetValue(KeyHeader, out var key))
        {
            return key.ToString();
        }

        var authorization = request.Headers.Authorization.ToString();
        return authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? authorization[Bearer.Length..].Trim() : null;
    }
}
