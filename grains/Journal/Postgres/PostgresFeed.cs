using Npgsql;
using NpgsqlTypes;
using Tracking.Journal.Events;
using Tracking.Journal.Events.Stored;

namespace Tracking.Journal.Postgres;

/// <summary>
/// The feed in the order (transaction, place within it), read only below the oldest transaction that still runs: what it
/// has shown once, nothing can slip in before.
/// </summary>
internal static class PostgresFeed
{
    private const string EndSql = "SELECT m.epoch, pg_snapshot_xmin(pg_current_snapshot()) FROM meta m";

    // Bound, events and the age of the oldest transaction in one statement, so from one snapshot. The age is looked up
    // only where somebody runs.
    private const string ReadSql =
        """
        WITH bound AS MATERIALIZED (
          SELECT m.epoch, pg_snapshot_xmin(s) AS least, pg_snapshot_xmax(s) AS most FROM meta m, pg_current_snapshot() s
        )
        SELECT b.epoch, b.least,
          CASE WHEN b.least < b.most THEN (
            SELECT extract(epoch FROM clock_timestamp() - min(a.xact_start))::float8 FROM pg_stat_activity a
            WHERE a.backend_xid IS NOT NULL AND a.pid <> pg_backend_pid()) END,
          e.tx, e.seq, e.version, e.type, e.payload, h.carrier, h.number
        FROM bound b
        LEFT JOIN LATERAL (
          {0}
        ) e ON true
        LEFT JOIN heads h ON h.stream = e.stream
        ORDER BY e.tx, e.seq
        """;

    private static readonly string All = Read(Events(""));
    private static readonly string Notable = Read(Events(" AND i.notable"));

    // Two walks along two partial indexes, merged.
    private static readonly string News = Read(
        $"SELECT * FROM (({Events(" AND i.notable")}) UNION ALL ({Events($" AND NOT i.notable AND i.type IN ({EventCodec.OrderMatched}, {EventCodec.OrderReleased})")})) n ORDER BY n.tx, n.seq LIMIT $3");

    public static async ValueTask<FeedCursor> EndAsync(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(EndSql);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new FeedPosition(reader.GetGuid(0), reader.GetFieldValue<ulong>(1), 0).ToCursor();
    }

    public static async ValueTask<FeedPage> ReadAsync(
        NpgsqlDataSource source, FeedCursor cursor, Guid epoch, bool notableOnly, int max, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await ReadAsync(connection, cursor, epoch, notableOnly, max, cancellationToken);
    }

    /// <summary>Notable events and those of standing orders.</summary>
    public static async ValueTask<FeedPage> ReadNewsAsync(NpgsqlDataSource source, FeedCursor cursor, Guid epoch, int max, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await ReadAsync(connection, cursor, epoch, News, max, cancellationToken);
    }

    /// <summary>The same on a connection whose transaction may see an earlier state.</summary>
    public static ValueTask<FeedPage> ReadAsync(
        NpgsqlConnection connection, FeedCursor cursor, Guid epoch, bool notableOnly, int max, CancellationToken cancellationToken) =>
        ReadAsync(connection, cursor, epoch, notableOnly ? Notable : All, max, cancellationToken);

    private static string Events(string condition) =>
        $"SELECT * FROM events i WHERE (i.tx, i.seq) > ($1, $2) AND i.tx < b.least{condition} ORDER BY i.tx, i.seq LIMIT $3";

    private static string Read(string events) => ReadSql.Replace("{0}", events, StringComparison.Ordinal);

    private static async ValueTask<FeedPage> ReadAsync(
        NpgsqlConnection connection, FeedCursor cursor, Guid epoch, string sql, int max, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(max, 1);
        var after = FeedPosition.Read(cursor, epoch);
        await using var command = new NpgsqlCommand(sql, connection)
            .With(NpgsqlDbType.Xid8, after.Major).With(NpgsqlDbType.Integer, after.Minor).With(NpgsqlDbType.Integer, max);
        await command.PrepareAsync(cancellationToken);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var events = ImmutableArray.CreateBuilder<FeedEvent>();
        var (position, end, heldBack) = (after, after, TimeSpan.Zero);
        while (await reader.ReadAsync(cancellationToken))
        {
            if (reader.GetGuid(0) != epoch)
            {
                // Restored under our feet.
                throw new FeedLostException();
            }

            end = after.Max(reader.GetFieldValue<ulong>(1), 0);
            heldBack = reader.IsDBNull(2) ? TimeSpan.Zero : TimeSpan.FromSeconds(Math.Max(0, reader.GetDouble(2)));
            if (!reader.IsDBNull(3))
            {
                position = after with { Major = reader.GetFieldValue<ulong>(3), Minor = reader.GetInt32(4) };
                events.Add(new(
                    position.ToCursor(),
                    StoredNumber.Read(reader.GetString(8), reader.GetString(9)),
                    reader.GetInt32(5),
                    EventCodec.Decode(reader.GetInt16(6), reader.GetFieldValue<byte[]>(7))));
            }
        }

        return new(events.ToImmutable(), (events.Count == max ? position : end).ToCursor(), heldBack);
    }
}
