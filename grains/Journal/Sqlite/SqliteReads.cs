using System.Globalization;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Live;
using Tracking.Contracts.Sellers;
using Tracking.Domain.Shipments.Events;
using Tracking.Journal.Events;
using Tracking.Journal.Events.Stored;

namespace Tracking.Journal.Sqlite;

/// <summary>Reads of streams, heads, lists and counts; each in a transaction, so that it sees one state.</summary>
internal static class SqliteReads
{
    // In the same process a statement costs microseconds: many small ones need no clever large one.
    private const string LatestLife = "(SELECT stream FROM heads WHERE carrier = @p0 AND number = @p1 ORDER BY life DESC LIMIT 1)";

    public static ImmutableArray<LoadedStream> Load(SqliteSession session, IReadOnlyList<ShipmentNumber> numbers) =>
        [.. numbers.Select(number => Load(session, number))];

    public static ImmutableArray<ShipmentRow> Rows(SqliteSession session, IReadOnlyList<ShipmentNumber> numbers)
    {
        var rows = ImmutableArray.CreateBuilder<ShipmentRow>(numbers.Count);
        foreach (var number in numbers)
        {
            using var reader = session.Prepare(
                $"SELECT {RowReader.HeadColumns} FROM heads h WHERE h.stream = {LatestLife}", number.Carrier, number.Number).ExecuteReader();
            if (reader.Read())
            {
                rows.Add(RowReader.Head(reader));
            }
        }

        return rows.ToImmutable();
    }

    public static ImmutableArray<HoldRow> Holds(SqliteSession session, IReadOnlyList<ShipmentNumber> numbers)
    {
        var rows = ImmutableArray.CreateBuilder<HoldRow>();
        foreach (var number in numbers)
        {
            using var reader = session.Prepare(
                $"SELECT {RowReader.HoldColumns} FROM open_holds o WHERE o.stream = {LatestLife} ORDER BY o.ordinal", number.Carrier, number.Number).ExecuteReader();
            while (reader.Read())
            {
                rows.Add(RowReader.Hold(reader));
            }
        }

        return rows.ToImmutable();
    }

    public static ShipmentPage List(SqliteSession session, ShipmentFilter filter)
    {
        var (sql, parameters) = ListingQuery.Build(filter, stream => stream.Bytes());
        var rows = ImmutableArray.CreateBuilder<ShipmentRow>(filter.Limit);
        var last = default(Guid);
        using var reader = session.Prepare(sql, parameters).ExecuteReader();
        while (reader.Read())
        {
            if (rows.Count == filter.Limit)
            {
                return new(rows.ToImmutable(), new PageMark(last).ToString());
            }

            rows.Add(RowReader.Head(reader));
            last = reader.Key(13);
        }

        return new(rows.ToImmutable(), null);
    }

    public static HoldPage HoldQueue(SqliteSession session, PageMark? after, int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, ShipmentFilter.LongestPage);
        var total = Convert.ToInt64(session.Scalar("SELECT count(*) FROM open_holds"), CultureInfo.InvariantCulture);
        using var reader = (after is { } mark
            ? session.Prepare(
                $"SELECT {RowReader.HoldColumns} FROM open_holds o WHERE (o.placed_at, o.stream, o.ordinal) < (@p0, @p1, @p2) ORDER BY o.placed_at DESC, o.stream DESC, o.ordinal DESC LIMIT @p3",
                mark.PlacedAt, mark.Stream.Bytes(), mark.Ordinal, limit + 1)
            : session.Prepare(
                $"SELECT {RowReader.HoldColumns} FROM open_holds o ORDER BY o.placed_at DESC, o.stream DESC, o.ordinal DESC LIMIT @p0", limit + 1)).ExecuteReader();
        var rows = ImmutableArray.CreateBuilder<HoldRow>(limit);
        var last = default(PageMark);
        while (reader.Read())
        {
            if (rows.Count == limit)
            {
                return new(rows.ToImmutable(), last.ToString(), total);
            }

            rows.Add(RowReader.Hold(reader));
            last = new(reader.Key(10), reader.GetInt64(8), reader.GetInt32(11));
        }

        return new(rows.ToImmutable(), null, total);
    }

    public static SellerCounts Counts(SqliteSession session, string scope)
    {
        using var reader = session.Prepare(
            $"SELECT {string.Join(", ", RowReader.TallyColumns.Select(column => $"coalesce(sum({column}), 0)"))} FROM tallies WHERE scope = @p0", scope).ExecuteReader();
        return reader.Read() ? RowReader.Counts(reader) : default;
    }

    public static ImmutableDictionary<Guid, PartyDetails> Parties(SqliteSession session, IReadOnlyList<Guid> references)
    {
        var parties = ImmutableDictionary.CreateBuilder<Guid, PartyDetails>();
        foreach (var reference in references)
        {
            if (session.Scalar("SELECT details FROM parties WHERE id = @p0", reference.Bytes()) is string details)
            {
                parties[reference] = StoredDetails.Read(details);
            }
        }

        return parties.ToImmutable();
    }

    public static ImmutableArray<ShipmentNumber> PendingLinks(SqliteSession session, long before, int max)
    {
        var numbers = ImmutableArray.CreateBuilder<ShipmentNumber>();
        using var reader = session.Prepare(
            "SELECT carrier, number FROM listing WHERE pending_since IS NOT NULL AND pending_since <= @p0 ORDER BY pending_since LIMIT @p1", before, max).ExecuteReader();
        while (reader.Read())
        {
            numbers.Add(StoredNumber.Read(reader.GetString(0), reader.GetString(1)));
        }

        return numbers.ToImmutable();
    }

    private static LoadedStream Load(SqliteSession session, ShipmentNumber number)
    {
        Guid stream;
        int life;
        using (var head = session.Prepare(
            "SELECT stream, life FROM heads WHERE carrier = @p0 AND number = @p1 ORDER BY life DESC LIMIT 1", number.Carrier, number.Number).ExecuteReader())
        {
            if (!head.Read())
            {
                return new(number, Guid.Empty, 1, []);
            }

            (stream, life) = (head.Key(0), head.GetInt32(1));
        }

        var events = ImmutableArray.CreateBuilder<ShipmentEvent>();
        using var reader = session.Prepare("SELECT type, payload FROM events WHERE stream = @p0 ORDER BY version", stream.Bytes()).ExecuteReader();
        while (reader.Read())
        {
            events.Add(EventCodec.Decode(reader.GetInt16(0), reader.GetFieldValue<byte[]>(1)));
        }

        return new(number, stream, life, events.ToImmutable());
    }
}
