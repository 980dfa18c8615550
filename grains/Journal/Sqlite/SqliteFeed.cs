using System.Globalization;
using Tracking.Journal.Events;
using Tracking.Journal.Events.Stored;

namespace Tracking.Journal.Sqlite;

/// <summary>The feed: rows in their order, which is the order of commits, because there is one writer.</summary>
internal static class SqliteFeed
{
    public static FeedPosition End(SqliteSession session, Guid epoch) =>
        new(epoch, Convert.ToUInt64(session.Scalar("SELECT coalesce(max(seq), 0) FROM events"), CultureInfo.InvariantCulture), 0);

    public static FeedPage Read(SqliteSession session, FeedPosition after, bool notableOnly, int max) => Read(session, after, notableOnly ? " AND e.notable" : "", max);

    /// <summary>Notable events and those of standing orders.</summary>
    public static FeedPage ReadNews(SqliteSession session, FeedPosition after, int max) =>
        Read(session, after, $" AND (e.notable OR e.type IN ({EventCodec.OrderMatched}, {EventCodec.OrderReleased}))", max);

    private static FeedPage Read(SqliteSession session, FeedPosition after, string condition, int max)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(max, 1);
        var end = End(session, after.Epoch);

        // CROSS JOIN: SQLite keeps the order of the tables as written.
        using var reader = session.Prepare(
            $"""
            SELECT e.seq, e.version, e.type, e.payload, h.carrier, h.number FROM events e CROSS JOIN heads h
            WHERE e.seq > @p0 AND h.stream = e.stream{condition} ORDER BY e.seq LIMIT @p1
            """,
            (long)after.Major, max).ExecuteReader();
        var events = ImmutableArray.CreateBuilder<FeedEvent>();
        var position = after;
        while (reader.Read())
        {
            position = after with { Major = (ulong)reader.GetInt64(0) };
            events.Add(new(
                position.ToCursor(),
                StoredNumber.Read(reader.GetString(4), reader.GetString(5)),
                reader.GetInt32(1),
                EventCodec.Decode(reader.GetInt16(2), reader.GetFieldValue<byte[]>(3))));
        }

        var next = events.Count == max ? position : position.Max(end.Major, 0);
        return new(events.ToImmutable(), next.ToCursor(), TimeSpan.Zero);
    }
}
