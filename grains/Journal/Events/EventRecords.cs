using Tracking.Contracts.Identifiers;
using Tracking.Journal.Snapshots;

namespace Tracking.Journal.Events;

/// <summary>Reads single streams as they lie in the journal, for whoever operates it.</summary>
public static class EventRecords
{
    /// <summary>The events of a number, of all its lives, in order; none where it was never seen.</summary>
    /// <param name="journal">Where the journal lies.</param>
    /// <param name="number">The number.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="JournalUnreadableException">There is no journal, or one of another version.</exception>
    /// <exception cref="JournalUnavailableException">The server or the file cannot be used now.</exception>
    public static Task<ImmutableArray<EventRecord>> ReadAsync(JournalOptions journal, ShipmentNumber number, CancellationToken cancellationToken) =>
        ReadAsync(journal, "carrier = @p0 AND number = @p1", _ => [number.Carrier, number.Number], null, cancellationToken);

    /// <summary>The events of a stream, in order; none where there is no such stream.</summary>
    /// <param name="journal">Where the journal lies.</param>
    /// <param name="stream">The stream.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="JournalUnreadableException">There is no journal, or one of another version.</exception>
    /// <exception cref="JournalUnavailableException">The server or the file cannot be used now.</exception>
    public static Task<ImmutableArray<EventRecord>> ReadAsync(JournalOptions journal, Guid stream, CancellationToken cancellationToken) =>
        ReadAsync(journal, "stream = @p0", reader => [reader.Key(stream)], stream, cancellationToken);

    private static async Task<ImmutableArray<EventRecord>> ReadAsync(
        JournalOptions journal, string condition, Func<SnapshotReader, object[]> values, Guid? headless, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(journal);
        await using var snapshot = await JournalSnapshot.OpenAsync(journal, 1, cancellationToken);
        return await JournalSnapshot.UsingAsync(async () =>
        {
            var reader = snapshot.Readers[0];
            var streams = await ReadHeadsAsync(reader, condition, values(reader), cancellationToken);
            if (streams.Count == 0 && headless is { } stream)
            {
                streams.Add((stream, null, 0));
            }

            var records = ImmutableArray.CreateBuilder<EventRecord>();
            foreach (var head in streams)
            {
                await ReadEventsAsync(reader, head, records, cancellationToken);
            }

            return records.ToImmutable();
        });
    }

    private static async Task<List<(Guid Stream, ShipmentNumber? Number, int Life)>> ReadHeadsAsync(
        SnapshotReader reader, string condition, object[] values, CancellationToken cancellationToken)
    {
        List<(Guid Stream, ShipmentNumber? Number, int Life)> heads = [];
        await using var rows = await reader.QueryAsync($"SELECT stream, carrier, number, life FROM heads WHERE {condition} ORDER BY life", values, cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            heads.Add((reader.Key(rows, 0), ShipmentNumber.TryCreate(rows.GetString(1), rows.GetString(2), out var number) ? number : null, rows.GetInt32(3)));
        }

        return heads;
    }

    private static async Task ReadEventsAsync(
        SnapshotReader reader, (Guid Stream, ShipmentNumber? Number, int Life) head, ImmutableArray<EventRecord>.Builder records, CancellationToken cancellationToken)
    {
        await using var rows = await reader.QueryAsync(
            $"SELECT {StoredEventRow.Columns(reader)} FROM events e WHERE e.stream = @p0 ORDER BY e.version", [reader.Key(head.Stream)], cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            var row = StoredEventRow.Read(reader, rows);
            var position = new FeedPosition(reader.Epoch, row.Place.Major, row.Place.Minor).ToCursor();
            records.Add(new(row.Stream, head.Number, head.Life, row.Version, row.Type, row.Notable, row.AppendId, position, row.Payload));
        }
    }
}
