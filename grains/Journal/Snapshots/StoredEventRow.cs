using System.Data.Common;

namespace Tracking.Journal.Snapshots;

/// <summary>A row of the events.</summary>
internal readonly record struct StoredEventRow(
    Guid Stream, int Version, short Type, bool Notable, Guid AppendId, byte[] Payload, (ulong Major, int Minor) Place)
{
    /// <summary>Its columns, of a table named e.</summary>
    public static string Columns(SnapshotReader reader) =>
        $"e.stream, e.version, e.type, {reader.Flag("e.notable")}, e.append_id, e.payload, {reader.FeedColumns}";

    public static StoredEventRow Read(SnapshotReader reader, DbDataReader row) => new(
        reader.Key(row, 0), row.GetInt32(1), row.GetInt16(2), row.GetInt64(3) != 0, reader.Key(row, 4), row.GetFieldValue<byte[]>(5), reader.Place(row, 6));
}
