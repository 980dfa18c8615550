using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Tracking.Domain.Identity;

/// <summary>
/// Turns marks into keyed hashes. With several keys a mark has a hash by each: the newest key comes first, an older one
/// is taken away when what was kept under it alone does not matter any more.
/// </summary>
public sealed class MarkHasher
{
    /// <summary>The shortest key in bytes: as many as the hash has.</summary>
    public const int ShortestKey = 32;

    private readonly ImmutableArray<byte[]> keys;

    /// <summary>Hashes with keys.</summary>
    /// <param name="keys">The keys, newest first.</param>
    /// <exception cref="ArgumentException">There is none, or one is too short.</exception>
    public MarkHasher(IEnumerable<byte[]> keys)
    {
        this.keys = [.. keys];
        if (this.keys.IsEmpty || this.keys.Any(key => key.Length < ShortestKey))
        {
            throw new ArgumentException($"Needs one key or more of {ShortestKey} bytes or more.", nameof(keys));
        }
    }

    /// <summary>The hashes of a mark, one by each key; none where the text is no mark of its kind.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="text">As it was given.</param>
    /// <param name="country">The country of a telephone number without country code.</param>
    public ImmutableArray<IdentityMark> Marks(MarkKind kind, string text, string? country = null)
    {
        if (NormalMark.Of(kind, text, country) is not { } normal)
        {
            return [];
        }

        var content = Encoding.UTF8.GetBytes($"{(byte)kind}:{normal}");
        return [.. keys.Select(key => new IdentityMark(kind, BinaryPrimitives.ReadInt64BigEndian(HMACSHA256.HashData(key, content))))];
    }
}
