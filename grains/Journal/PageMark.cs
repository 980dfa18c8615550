using System.Buffers.Binary;
using System.Buffers.Text;

namespace Tracking.Journal;

/// <summary>Where a page of a list ends: the key of its last row.</summary>
/// <param name="Stream">The row's stream.</param>
/// <param name="PlacedAt">In the hold queue: when the hold was placed.</param>
/// <param name="Ordinal">In the hold queue: which hold of the stream.</param>
internal readonly record struct PageMark(Guid Stream, long PlacedAt = 0, int Ordinal = 0)
{
    private const int Size = 28;

    /// <summary>Reads what a page gave as next.</summary>
    /// <exception cref="FormatException">Nobody gave it.</exception>
    public static PageMark? Read(string? text)
    {
        if (text is null)
        {
            return null;
        }

        Span<byte> bytes = stackalloc byte[Size];
        if (text.Length != Base64Url.GetEncodedLength(Size) || !Base64Url.IsValid(text, out var length) || length != Size
            || !Base64Url.TryDecodeFromChars(text, bytes, out _))
        {
            throw new FormatException("'after' is not what a page gave as next; ask for the first page without it.");
        }

        return new(
            new Guid(bytes[..16], bigEndian: true),
            BinaryPrimitives.ReadInt64BigEndian(bytes[16..]),
            BinaryPrimitives.ReadInt32BigEndian(bytes[24..]));
    }

    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Size];
        Stream.TryWriteBytes(bytes, bigEndian: true, out _);
        BinaryPrimitives.WriteInt64BigEndian(bytes[16..], PlacedAt);
        BinaryPrimitives.WriteInt32BigEndian(bytes[24..], Ordinal);
        return Base64Url.EncodeToString(bytes);
    }
}
