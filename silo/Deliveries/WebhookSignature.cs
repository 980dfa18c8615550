using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Tracking.Silo.Deliveries;

/// <summary>Signs as the Standard Webhooks specification says: HMAC-SHA256 over id, time and body, once per secret that is valid.</summary>
internal static class WebhookSignature
{
    /// <summary>What every secret begins with.</summary>
    public const string SecretPrefix = "whsec_";

    // The specification asks for 24 to 64 bytes.
    private const int ShortestSecret = 24;
    private const int LongestSecret = 64;

    /// <summary>The header <c>webhook-signature</c>.</summary>
    /// <param name="id">The message's id.</param>
    /// <param name="at">When it is sent.</param>
    /// <param name="body">The body.</param>
    /// <param name="secrets">All secrets that are valid: two while one takes over from the other.</param>
    public static string Of(string id, DateTimeOffset at, ReadOnlySpan<byte> body, IReadOnlyList<byte[]> secrets)
    {
        var head = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{at.ToUnixTimeSeconds()}."));
        byte[] signed = [.. head, .. body];
        return string.Join(' ', secrets.Select(secret => $"v1,{Convert.ToBase64String(HMACSHA256.HashData(secret, signed))}"));
    }

    /// <summary>The bytes of a secret; null where it has no permitted form.</summary>
    public static byte[]? ReadSecret(string? text)
    {
        var bytes = new byte[LongestSecret];
        return text?.StartsWith(SecretPrefix, StringComparison.Ordinal) == true
            && Convert.TryFromBase64String(text[SecretPrefix.Length..], bytes, out var length) && length >= ShortestSecret
            ? bytes[..length]
            : null;
    }
}
