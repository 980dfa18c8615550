using System.Globalization;
using Npgsql;
using NpgsqlTypes;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Live;
using Tracking.Contracts.Sellers;
using Tracking.Domain.Shipments.Events;
using Tracking.Journal.Events;
using Tracking.Journal.Events.Stored;

namespace Tracking.Journal.Postgres;

/// <summary>Reads of streams, heads, lists and counts; each one statement, so that it sees one state.</summary>
internal static class PostgresReads
{
    private const NpgsqlDbType Texts = NpgsqlDbType.Array | NpgsqlDbType.Text;

    private const string Latest =
        """
        unnest($1, $2) WITH ORDINALITY AS n(carrier, number, ord)
        CROSS JOIN LATERAL (SELECT * FROM heads WHERE carrier = n.carrier AND number = n.number ORDER BY life DESC LIMIT 1) h
        """;

    public static async ValueTask<ImmutableArray<LoadedStream>> LoadAsync(
        NpgsqlDataSource source, IReadOnlyList<ShipmentNumber> numbers, CancellationToken cancellationToken)
    {
        var found = new (Guid Stream, int Life, List<(int Version, ShipmentEvent Event)> Events)[numbers.Count];
        await using (var command = Ask(source, $"SELECT n.ord, h.stream, h.life, e.version, e.type, e.payload FROM {Latest} JOIN events e ON e.stream = h.stream", numbers))
        {
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                ref var entry = ref found[reader.GetInt64(0) - 1];
                entry.Stream = reader.GetGuid(1);
                entry.Life = reader.GetInt32(2);
                (entry.Events ??= []).Add((reader.GetInt32(3), EventCodec.Decode(reader.GetInt16(4), reader.GetFieldValue<byte[]>(5))));
            }
        }

        var streams = ImmutableArray.CreateBuilder<LoadedStream>(numbers.Count);
        for (var index = 0; index < numbers.Count; index++)
        {
            var (stream, life, events) = found[index];
            events?.Sort((left, right) => left.Version.CompareTo(right.Version));
            streams.Add(events is null
                ? new(numbers[index], Guid.Empty, 1, [])
                : new(numbers[index], stream, life, [.. events.Select(entry => entry.Event)]));
        }

        return streams.MoveToImmutable();
    }

    public static async ValueTask<ImmutableArray<ShipmentRow>> RowsAsync(
        NpgsqlDataSource source, IReadOnlyList<ShipmentNumber> numbers, CancellationToken cancellationToken)
    {
        await using var command = Ask(source, $"SELECT {RowReader.HeadColumns} FROM {Latest} ORDER BY n.ord", numbers);
        return await ReadAllAsync(command, RowReader.Head, cancellationToken);
    }

    public static async ValueTask<ImmutableArray<HoldRow>> HoldsAsync(
        NpgsqlDataSource source, IReadOnlyList<ShipmentNumber> numbers, CancellationToken cancellationToken)
    {
        await using var command = Ask(
            source, $"SELECT {RowReader.HoldColumns} FROM {Latest} JOIN open_holds o ON o.stream = h.stream ORDER BY n.ord, o.ordinal", numbers);
        return await ReadAllAsync(command, RowReader.Hold, cancellationToken);
    }

    public static async ValueTask<ShipmentPage> ListAsync(NpgsqlDataSource source, ShipmentFilter filter, CancellationToken cancellationToken)
    {
        var (sql, parameters) = ListingQuery.Build(filter, stream => stream);
        await using var command = source.CreateCommand(sql);
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = ImmutableArray.CreateBuilder<ShipmentRow>(filter.Limit);
        var last = default(Guid);
        while (await reader.ReadAsync(cancellationToken))
        {
            if (rows.Count == filter.Limit)
            {
                return new(rows.ToImmutable(), new PageMark(last).ToString());
            }

            rows.Add(RowReader.Head(reader));
            last = reader.GetGuid(13);
        }

        return new(rows.ToImmutable(), null);
    }

    public static async ValueTask<HoldPage> HoldQueueAsync(NpgsqlDataSource source, string? after, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, ShipmentFilter.LongestPage);
        var mark = PageMark.Read(after);
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var count = new NpgsqlCommand("SELECT count(*) FROM open_holds", connection);
        var total = Convert.ToInt64(await count.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
        var from = mark is null ? "" : "WHERE (o.placed_at, o.stream, o.ordinal) < ($2, $3, $4) ";
        await using var command = new NpgsqlCommand(
            $"SELECT {RowReader.HoldColumns} FROM open_holds o {from}ORDER BY o.placed_at DESC, o.stream DESC, o.ordinal DESC LIMIT $1", connection);
        command.With(NpgsqlDbType.Integer, limit + 1);
        if (mark is { } key)
        {
            command.With(NpgsqlDbType.Bigint, key.PlacedAt).With(NpgsqlDbType.Uuid, key.Stream).With(NpgsqlDbType.Integer, key.Ordinal);
        }

        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = ImmutableArray.CreateBuilder<HoldRow>(limit);
        var last = default(PageMark);
        while (await reader.ReadAsync(cancellationToken))
        {
            if (rows.Count == limit)
            {
                return new(rows.ToImmutable(), last.ToString(), total);
            }

            rows.Add(RowReader.Hold(reader));
            last = new(reader.GetGuid(10), reader.GetInt64(8), reader.GetInt32(11));
        }

        return new(rows.ToImmutable(), null, total);
    }

    public static async ValueTask<SellerCounts> CountsAsync(NpgsqlDataSource source, string scope, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(PostgresTallies.SumSql).With(NpgsqlDbType.Text, scope);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? RowReader.Counts(reader) : default;
    }

    public static async ValueTask<ImmutableDictionary<Guid, PartyDetails>> PartiesAsync(
        NpgsqlDataSource source, IReadOnlyList<Guid> references, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("SELECT id, details::text FROM parties WHERE id = ANY($1)")
            .With(NpgsqlDbType.Array | NpgsqlDbType.Uuid, references.ToArray());
        var parties = await ReadAllAsync(command, reader => KeyValuePair.Create(reader.GetGuid(0), StoredDetails.Read(reader.GetString(1))), cancellationToken);
        return parties.ToImmutableDictionary();
    }

    public static async ValueTask<ImmutableArray<ShipmentNumber>> PendingLinksAsync(
        NpgsqlDataSource source, long before, int max, CancellationToken cancellationToken)
    {
        await using var command = source
            .CreateCommand("SELECT carrier, number FROM listing WHERE pending_since IS NOT NULL AND pending_since <= $1 ORDER BY pending_since LIMIT $2")
            .With(NpgsqlDbType.Bigint, before).With(NpgsqlDbType.Integer, max);
        return await ReadAllAsync(command, reader => StoredNumber.Read(reader.GetString(0), reader.GetString(1)), cancellationToken);
    }

    private static NpgsqlCommand Ask(NpgsqlDataSource source, string sql, IReadOnlyList<ShipmentNumber> numbers) =>
        source.CreateCommand(sql)
            .With(Texts, numbers.Select(number => number.Carrier).ToArray())
            .With(Texts, numbers.Select(number => number.Number).ToArray());

    private static async ValueTask<ImmutableArray<T>> ReadAllAsync<T>(NpgsqlCommand command, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = ImmutableArray.CreateBuilder<T>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(read(reader));
        }

        return rows.ToImmutable();
    }
}
