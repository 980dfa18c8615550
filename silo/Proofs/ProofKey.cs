using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Tracking.Silo.Proofs;

/// <summary>A key of proofs: ES256, named by its thumbprint (RFC 7638).</summary>
internal sealed class ProofKey : IDisposable
{
    private readonly ECDsa key;
    private readonly Lock gate = new();

    private ProofKey(ECDsa key)
    {
        this.key = key;
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        (X, Y) = (Base64Url.EncodeToString(point.X), Base64Url.EncodeToString(point.Y));
        Id = Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($$"""{"crv":"P-256","kty":"EC","x":"{{X}}","y":"{{Y}}"}""")));
    }

    /// <summary>Its thumbprint.</summary>
    public string Id { get; }

    public string X { get; }

    public string Y { get; }

    /// <summary>Reads a key from a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="signs">Whether the private key is needed.</param>
    /// <returns>The key, or what is wrong with the file.</returns>
    public static (ProofKey? Key, string? Fault) Read(string path, bool signs)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(File.ReadAllText(path));
            if (key.KeySize != 256)
            {
                return (null, "is not on the curve P-256");
            }

            if (signs)
            {
                key.SignHash(new byte[32]);
            }

            return (new ProofKey(key), null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            key.Dispose();
            return (null, "cannot be read");
        }
        catch (Exception exception) when (exception is CryptographicException or ArgumentException)
        {
            key.Dispose();
            return (null, signs ? "holds no private key in PEM, which the first needs" : "holds no key in PEM");
        }
    }

    /// <summary>A JSON Web Signature in its compact form (RFC 7515).</summary>
    public string Sign(ReadOnlySpan<byte> payload)
    {
        var head = $$"""{"alg":"ES256","kid":"{{Id}}","typ":"clearance+jwt"}""";
        var signed = $"{Base64Url.EncodeToString(Encoding.ASCII.GetBytes(head))}.{Base64Url.EncodeToString(payload)}";
        lock (gate)
        {
            return $"{signed}.{Base64Url.EncodeToString(key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256))}";
        }
    }

    public void Dispose() => key.Dispose();
}
