using System.Security.Cryptography;
using System.Text;

namespace Tracking.Silo.Webhooks;

/// <summary>Checks signatures over the bytes as received. Every comparison takes the same time, whatever is compared.</summary>
internal static class Signature
{
    private const string Bearer = "Bearer ";

    /// <summary>Whether a message is its sender's.</summary>
    /// <param name="scheme">How the sender signs.</param>
    /// <param name="header">What the signature's header says; empty where it is missing.</param>
    /// <param name="body">The body as received.</param>
    /// <param name="secret">The secret that both know.</param>
    /// <param name="now">Now.</param>
    /// <param name="tolerance">How far a signed time may be from now, either way.</param>
    /// <returns>Null, or why it is not.</returns>
    public static string? Fault(SignatureScheme scheme, string header, ReadOnlySpan<byte> body, string secret, DateTimeOffset now, TimeSpan tolerance)
    {
        header = header.Trim();
        if (header.Length == 0)
        {
            return "is missing";
        }

        return scheme switch
        {
            SignatureScheme.HmacHex => IsHex(header[(header.LastIndexOf('=') + 1)..], Mac(secret, body)) ? null : "does not fit the body",
            SignatureScheme.HmacBase64 => IsBase64(header, Mac(secret, body)) ? null : "does not fit the body",
            SignatureScheme.Timestamped => Timestamped(header, body, secret, now, tolerance),
            _ => Same(header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim() : header, secret) ? null : "is not the secret",
        };
    }

    private static string? Timestamped(string header, ReadOnlySpan<byte> body, string secret, DateTimeOffset now, TimeSpan tolerance)
    {
        string? time = null;
        var signatures = new List<string>();
        foreach (var part in header.Split(',', 16))
        {
            var (name, value) = part.Trim() is var text && text.IndexOf('=', StringComparison.Ordinal) is > 0 and var at ? (text[..at], text[(at + 1)..]) : ("", "");
            time = name == "t" ? value : time;
            if (name == "v1")
            {
                signatures.Add(value);
            }
        }

        if (time is null || !long.TryParse(time, out var seconds) || seconds is < 0 or > 253_402_300_799 || signatures.Count == 0)
        {
            return "is not of the form t=seconds,v1=signature";
        }

        var signed = new byte[Encoding.UTF8.GetByteCount(time) + 1 + body.Length];
        var length = Encoding.UTF8.GetBytes(time, signed);
        signed[length] = (byte)'.';
        body.CopyTo(signed.AsSpan(length + 1));
        var mac = Mac(secret, signed);
        var fits = false;
        foreach (var signature in signatures)
        {
            fits |= IsHex(signature, mac);
        }

        // The time is believed only once the signature over it fits.
        return !fits ? "does not fit time and body"
            : (now - DateTimeOffset.FromUnixTimeSeconds(seconds)).Duration() > tolerance ? "was made too long ago, or by a clock that is wrong"
            : null;
    }

    private static byte[] Mac(string secret, ReadOnlySpan<byte> body) => HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body);

    private static bool IsHex(string text, byte[] mac)
    {
        Span<byte> found = stackalloc byte[HMACSHA256.HashSizeInBytes];
        return text.Length == 2 * found.Length && Convert.FromHexString(text, found, out _, out _) == System.Buffers.OperationStatus.Done
            && CryptographicOperations.FixedTimeEquals(found, mac);
    }

    private static bool IsBase64(string text, byte[] mac)
    {
        Span<byte> found = stackalloc byte[HMACSHA256.HashSizeInBytes];
        return Convert.TryFromBase64String(text, found, out var length) && length == found.Length && CryptographicOperations.FixedTimeEquals(found, mac);
    }

    // Hashes are compared, so that the time tells nothing of the secret's length either.
    private static bool Same(string text, string secret) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(text)), SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
