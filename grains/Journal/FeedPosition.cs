using System.Buffers.Binary;
using System.Buffers.Text;

namespace Tracking.Journal;

/// <summary>What is inside a cursor: the journal's epoch and the place of the last event that was read.</summary>
/// <param name="Epoch">Which journal.</param>
/// <param name="Major">The transaction (PostgreSQL) or the row (SQLite).</param>
/// <param name="Minor">The place within the transaction, from 1; 0 before the first.</param>
internal readonly record struct FeedPosition(Guid Epoch, ulong Major, int Minor)
{
    private const int Size = 28;

    /// <summary>Reads a cursor that this journal made.</summary>
    /// <exception cref="FeedLostException">It is of another journal, or nobody made it.</exception>
    public static FeedPosition Read(FeedCursor cursor, Guid epoch)
    {
        if (string.IsNullOrEmpty(cursor.Text))
        {
            return new(epoch, 0, 0);
        }

        Span<byte> bytes = stackalloc byte[Size];
        if (cursor.Text.Length != Base64Url.GetEncodedLength(Size)
            || !Base64Url.IsValid(cursor.Text, out var length) || length != Size
            || !Base64Url.TryDecodeFromChars(cursor.Text, bytes, out _)
            || new Guid(bytes[..16], bigEndian: true) != epoch)
        {
            throw new FeedLostException();
        }

        return new(epoch, BinaryPrimitives.ReadUInt64BigEndian(bytes[16..]), BinaryPrimitives.ReadInt32BigEndian(bytes[24..]));
    }

    public FeedCursor ToCursor()
    {
        Span<byte> bytes = stackalloc byte[Size];
        Epoch.TryWriteBytes(bytes, bigEndian: true, out _);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[16..], Major);
        BinaryPrimitives.WriteInt32BigEndian(bytes[24..], Minor);
        return new(Base64Url.EncodeToString(bytes));
    }

    /// <summary>The later of two.</summary>
    public FeedPosition Max(ulong major, int minor) => major > Major || (major == Major && minor > Minor) ? this with { Major = major, Minor = minor } : this;
}
