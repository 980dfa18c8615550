using Microsoft.Data.Sqlite;

namespace Tracking.Journal.Sqlite;

/// <summary>UUIDs as 16 bytes, most significant first, so that their order is the order of time.</summary>
internal static class SqliteKeys
{
    public static byte[] Bytes(this Guid id) => id.ToByteArray(bigEndian: true);

    public static Guid Key(this SqliteDataReader reader, int column) => new(reader.GetFieldValue<byte[]>(column), bigEndian: true);
}
