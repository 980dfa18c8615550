using System.Globalization;
using Tracking.Contracts.Identifiers;
using Tracking.Domain.Shipments;
using Tracking.Domain.Shipments.Events;
using Tracking.Journal.Events;
using Tracking.Journal.Recount.Derived;
using Tracking.Journal.Snapshots;

namespace Tracking.Journal.Recount;

/// <summary>One reader's work: ranges of streams, each stream folded and compared with all that is derived from it.</summary>
internal sealed class StreamRecount(
    SnapshotReader reader, RecountRequest request, ImmutableArray<DerivedTotal> totals, DifferenceLog log, Action<int, int> progress)
{
    private readonly ImmutableArray<DerivedTable> tables = DerivedTable.All(request.Clocks is not null);
    private readonly string[] conditions = new string[DerivedTable.All(request.Clocks is not null).Length];
    private readonly StoredRows[] stored = new StoredRows[DerivedTable.All(request.Clocks is not null).Length];
    private readonly HashSet<UInt128> known = [];

    public long Streams { get; private set; }

    public long Events { get; private set; }

    public long Facts { get; private set; }

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        for (var table = 0; table < conditions.Length; table++)
        {
            conditions[table] = await tables[table].PrepareAsync(reader, cancellationToken);
        }
    }

    public async Task ReadAsync(StreamRange range, CancellationToken cancellationToken)
    {
        for (var table = 0; table < stored.Length; table++)
        {
            stored[table] = await StoredRows.ReadAsync(tables[table], conditions[table], range, reader, log, cancellationToken);
        }

        var before = (Streams, Events);
        await ReadStreamsAsync(range, cancellationToken);
        foreach (var rows in stored)
        {
            rows.Finish();
        }

        progress((int)(Streams - before.Streams), (int)(Events - before.Events));
    }

    private async Task ReadStreamsAsync(StreamRange range, CancellationToken cancellationToken)
    {
        await using var rows = await reader.QueryAsync(
            $"SELECT {StoredEventRow.Columns(reader)} FROM events e WHERE e.stream >= @p0 AND e.stream < @p1 ORDER BY e.stream, e.version",
            [reader.Key(range.From), reader.Key(range.To)],
            cancellationToken);
        var stream = new List<StoredEventRow>();
        while (await rows.ReadAsync(cancellationToken))
        {
            var next = StoredEventRow.Read(reader, rows);
            if (stream.Count > 0 && stream[0].Stream != next.Stream)
            {
                Count(stream);
                stream.Clear();
            }

            stream.Add(next);
        }

        if (stream.Count > 0)
        {
            Count(stream);
        }
    }

    private void Count(List<StoredEventRow> rows)
    {
        Streams++;
        Events += rows.Count;
        var head = stored[0].Take(rows[0].Stream);
        var events = Decode(rows);
        var (number, life) = head.Length > 0 ? IdentityIn(head[0].Cells) : default;
        number ??= NumberIn(events);
        CheckOrder(rows, number);
        if (number is not { } subject)
        {
            log.Add(new(HeadTable.Instance.Name, rows[0].Stream, null, "row", "a head for the stream's events", "none"));
            return;
        }

        CheckFacts(rows[0].Stream, subject, events);
        var state = ShipmentState.Empty(subject, request.Rules(subject.Carrier)).After([.. events]);
        var counted = new RecountedStream(rows[0].Stream, subject, life, rows[^1].Version, state, InFeed(rows, subject), request.Clocks);
        stored[0].Compare(counted, head);
        foreach (var table in stored.AsSpan(1))
        {
            table.Compare(counted, table.Take(counted.Stream));
        }

        foreach (var total in totals)
        {
            total.Include(counted);
        }

        request.Seen?.Invoke(subject, events);
    }

    private List<ShipmentEvent> Decode(List<StoredEventRow> rows)
    {
        var events = new List<ShipmentEvent>(rows.Count);
        foreach (var row in rows)
        {
            try
            {
                events.Add(EventCodec.Decode(row.Type, row.Payload));
            }
            catch (InvalidDataException error)
            {
                log.Add(new("events", row.Stream, null, $"version {row.Version}", "an event that can be read", error.Message));
            }
        }

        return events;
    }

    // Carrier, number and life; what is no number is not the head's to say.
    private static (ShipmentNumber? Number, int Life) IdentityIn(Cell[] head)
    {
        var life = int.Parse(head[2].ToString(), CultureInfo.InvariantCulture);
        return ShipmentNumber.TryCreate(head[0].ToString(), head[1].ToString(), out var number) ? (number, life) : (null, life);
    }

    // A stream that has lost its head is counted all the same: one difference, and not one of every sum.
    private static ShipmentNumber? NumberIn(List<ShipmentEvent> events) => events
        .Select(value => value switch
        {
            FactEvent fact => fact.Fact.Number,
            LinkTold told => told.Request.Piece,
            PieceAnswered answered => answered.Request.Bill,
            _ => (ShipmentNumber?)null,
        })
        .FirstOrDefault(number => number is not null);

    private void CheckOrder(List<StoredEventRow> rows, ShipmentNumber? number)
    {
        var last = default(StoredEventRow);
        foreach (var row in rows)
        {
            if (row.Version != last.Version + 1)
            {
                log.Add(new("versions", row.Stream, number?.ToString(), "version", $"{last.Version + 1}", row.Version <= last.Version ? $"{row.Version} again" : $"{row.Version}: a hole"));
            }

            if (row.Place.CompareTo(last.Place) <= 0)
            {
                log.Add(new(FeedTotal.Kind, row.Stream, number?.ToString(), $"place of version {row.Version}", $"after version {last.Version}", "before it"));
            }

            last = row;
        }
    }

    private void CheckFacts(Guid stream, ShipmentNumber number, List<ShipmentEvent> events)
    {
        known.Clear();
        foreach (var value in events)
        {
            if (value is not FactEvent { Fact: var fact })
            {
                continue;
            }

            Facts++;
            if (!known.Add(FactKeys.Of(fact)))
            {
                log.Add(new("facts", stream, number.ToString(), $"{EventNames.Of(value)} {FactKeys.IdOf(fact)} of {fact.Source}", "once", "again"));
            }
        }
    }

    private FeedSums InFeed(List<StoredEventRow> rows, ShipmentNumber number)
    {
        var sums = new FeedSums();
        foreach (var row in rows)
        {
            if (row.Place.Major < reader.FeedEnd)
            {
                sums = sums.With(number, row.Version, row.Notable);
            }
        }

        return sums;
    }
}
