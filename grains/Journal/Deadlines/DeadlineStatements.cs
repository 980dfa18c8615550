using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Live;
using Tracking.Journal.Orders;

namespace Tracking.Journal.Deadlines;

/// <summary>Deadlines in the words of SQL, the same for both stores.</summary>
internal static class DeadlineStatements
{
    private const int LongestPage = 500;

    /// <summary>The bucket of a stream: its last byte is random.</summary>
    public static short BucketOf(Guid stream)
    {
        Span<byte> bytes = stackalloc byte[16];
        stream.TryWriteBytes(bytes, bigEndian: true, out _);
        return (short)(bytes[15] % IDeadlineStore.Buckets);
    }

    /// <summary>The part of a row that people look at.</summary>
    public static string Content(DeadlineRow row) => JsonSerializer.Serialize(row, DeadlineJson.Default.DeadlineRow);

    public static async ValueTask<ImmutableArray<DueDeadline>> FindDueAsync(SqlSession sql, long now, ImmutableArray<int> buckets, DueDeadline? after, int max) => buckets.IsEmpty
        ? []
        :
        [
            .. await sql.QueryAsync(
                $"""
                SELECT stream, ordinal, carrier, number, wake_at FROM deadlines
                WHERE wake_at IS NOT NULL AND wake_at <= @now AND (wake_at, stream, ordinal) > (@from, @stream, @ordinal)
                  AND bucket IN ({string.Join(", ", buckets.Select(b => b.ToString(CultureInfo.InvariantCulture)))})
                ORDER BY wake_at, stream, ordinal LIMIT @max
                """,
                r => new DueDeadline(sql.ReadKey(r, 0), r.GetInt32(1), ShipmentNumber.Parse($"{r.GetString(2)}/{r.GetString(3)}"), r.GetInt64(4)),
                ("now", now),
                ("from", after?.WakeAt ?? long.MinValue),
                ("stream", sql.Key(after?.Stream ?? Guid.Empty)),
                ("ordinal", after?.Ordinal ?? -1),
                ("max", max)),
        ];

    public static async ValueTask<DeadlinePage> ListAsync(SqlSession sql, string? after, int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, LongestPage);
        var mark = PageMark.Read(after);
        var rows = await sql.QueryAsync(
            "SELECT content, stream, ends_at, ordinal FROM deadlines WHERE (ends_at, stream, ordinal) > (@from, @stream, @ordinal) ORDER BY ends_at, stream, ordinal LIMIT @max",
            r => (Row: JsonSerializer.Deserialize(r.GetString(0), DeadlineJson.Default.DeadlineRow)!, Mark: new PageMark(sql.ReadKey(r, 1), r.GetInt64(2), r.GetInt32(3))),
            ("from", mark?.PlacedAt ?? long.MinValue),
            ("stream", sql.Key(mark?.Stream ?? Guid.Empty)),
            ("ordinal", mark?.Ordinal ?? -1),
            ("max", limit + 1));
        return new DeadlinePage([.. rows.Take(limit).Select(r => r.Row)], rows.Count > limit ? rows[limit - 1].Mark.ToString() : null);
    }
}

/// <summary>Rows of deadlines as they lie in the store; made anew whenever they change, so that their form may change too.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DeadlineRow))]
internal sealed partial class DeadlineJson : JsonSerializerContext;
