using Tracking.Contracts.Sellers;
using Tracking.Contracts.Statuses;
using Tracking.Domain.Sellers;
using Tracking.Journal.Events.Stored;

namespace Tracking.Journal.Sqlite;

/// <summary>Commits one batch in one transaction.</summary>
internal sealed class SqliteBatch(SqliteSession session, long now)
{
    private static readonly string UpsertTally =
        $"INSERT INTO tallies (scope, slot, {string.Join(", ", RowReader.TallyColumns)}) "
        + $"VALUES (@p0, @p1, {string.Join(", ", RowReader.TallyColumns.Select((_, index) => $"@p{index + 2}"))}) "
        + $"ON CONFLICT (scope, slot) DO UPDATE SET {string.Join(", ", RowReader.TallyColumns.Select(column => $"{column} = {column} + excluded.{column}"))}";

    // One order for rows that many appends share; here it only makes the pages that are touched neighbours.
    private readonly SortedDictionary<string, SellerCounts> tallies = new(StringComparer.Ordinal);

    public ImmutableArray<AppendResult> Commit(IReadOnlyList<Append> batch, int slot) => session.InTransaction("BEGIN IMMEDIATE", () =>
    {
        var results = ImmutableArray.CreateBuilder<AppendResult>(batch.Count);
        foreach (var append in batch)
        {
            if (TakeHead(append))
            {
                AddEvents(append);
                AddBeside(append);
                results.Add(AppendResult.Committed);
            }
            else
            {
                results.Add(WasCommittedBefore(append) ? AppendResult.Committed : AppendResult.Conflict);
            }
        }

        foreach (var (scope, delta) in tallies)
        {
            session.Execute(UpsertTally, [scope, slot, .. RowReader.Numbers(delta)]);
        }

        return results.MoveToImmutable();
    });

    private bool TakeHead(Append append)
    {
        var head = append.Head;
        var (stream, id) = (append.Stream.Bytes(), append.AppendId.Bytes());
        return append.ExpectedVersion > 0
            ? session.Execute(
                """
                UPDATE heads SET version = @p2, append_id = @p3, status = @p4, customs = @p5, open_holds = @p6, violations = @p7,
                  discrepancies = @p8, seller = @p9, place = @p10, last_at = @p11, origin = @p12, destination = @p13,
                  belongs_to = @p14, links_pending = @p15, released = @p16, seized = @p17
                WHERE stream = @p0 AND version = @p1
                """,
                stream, append.ExpectedVersion, append.VersionAfter, id, (int)head.Status, (int)head.Customs, head.OpenHolds,
                head.Violations, head.Discrepancies, head.Seller, head.Place, head.LastAt, head.Origin, head.Destination,
                head.BelongsTo, head.LinksPending, head.Released, head.Seized) == 1
            : session.Execute(
                """
                INSERT INTO heads (stream, carrier, number, life, version, append_id, status, customs, open_holds, violations,
                  discrepancies, seller, place, last_at, origin, destination, belongs_to, links_pending, released, seized)
                VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11, @p12, @p13, @p14, @p15, @p16, @p17, @p18, @p19)
                ON CONFLICT DO NOTHING
                """,
                stream, append.Number.Carrier, append.Number.Number, append.Life, append.VersionAfter, id, (int)head.Status,
                (int)head.Customs, head.OpenHolds, head.Violations, head.Discrepancies, head.Seller, head.Place, head.LastAt,
                head.Origin, head.Destination, head.BelongsTo, head.LinksPending, head.Released, head.Seized) == 1;
    }

    private bool WasCommittedBefore(Append append) =>
        session.Scalar("SELECT append_id FROM events WHERE stream = @p0 AND version = @p1", append.Stream.Bytes(), append.ExpectedVersion + 1)
            is byte[] id && id.AsSpan().SequenceEqual(append.AppendId.Bytes());

    private void AddEvents(Append append)
    {
        var version = append.ExpectedVersion;
        foreach (var (type, notable, payload) in append.Events)
        {
            session.Execute(
                "INSERT INTO events (stream, version, type, notable, append_id, payload) VALUES (@p0, @p1, @p2, @p3, @p4, @p5)",
                append.Stream.Bytes(), ++version, type, notable, append.AppendId.Bytes(), payload);
        }

        foreach (var (scope, delta) in append.Tallies.IsDefault ? [] : append.Tallies)
        {
            tallies[scope] = tallies.TryGetValue(scope, out var sum) ? Tally.Add(sum, delta) : delta;
        }
    }

    private void AddBeside(Append append)
    {
        // A new stream is listed whatever its first append says, or nobody would find it.
        if (append.ListingChanged || append.ExpectedVersion == 0)
        {
            WriteListing(append);
        }

        if (!append.Holds.IsDefault)
        {
            WriteHolds(append);
        }

        foreach (var party in append.Parties.IsDefault ? [] : append.Parties)
        {
            session.Execute(
                "INSERT INTO parties (id, details) VALUES (@p0, @p1) ON CONFLICT DO NOTHING",
                party.Id.Bytes(), StoredDetails.Write(party.Details));
        }

        foreach (var message in append.Outbox.IsDefault ? [] : append.Outbox)
        {
            session.Execute(
                "INSERT INTO outbox (id, topic, payload) VALUES (@p0, @p1, @p2) ON CONFLICT DO NOTHING",
                message.Id.Bytes(), message.Topic, message.Payload.ToArray());
        }
    }

    private void WriteListing(Append append)
    {
        var head = append.Head;
        session.Execute(
            """
            INSERT INTO listing (stream, carrier, number, status, held, violated, discrepant, seller, forwards, pending_since)
            VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9)
            ON CONFLICT (stream) DO UPDATE SET status = excluded.status, held = excluded.held, violated = excluded.violated,
              discrepant = excluded.discrepant, seller = excluded.seller, forwards = excluded.forwards,
              pending_since = CASE WHEN excluded.pending_since IS NULL THEN NULL ELSE coalesce(pending_since, excluded.pending_since) END
            """,
            append.Stream.Bytes(), append.Number.Carrier, append.Number.Number, (int)head.Status.Main(), head.OpenHolds > 0,
            head.Violations > 0, head.Discrepancies > 0, head.Seller, head.BelongsTo is not null, head.LinksPending ? now : null);
    }

    private void WriteHolds(Append append)
    {
        session.Execute("DELETE FROM open_holds WHERE stream = @p0", append.Stream.Bytes());
        for (var index = 0; index < append.Holds.Length; index++)
        {
            var hold = append.Holds[index];
            session.Execute(
                """
                INSERT INTO open_holds (stream, ordinal, hold_id, carrier, number, kind, authority, reason, legal_basis, port, placed_at, seller)
                VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11)
                """,
                append.Stream.Bytes(), index, hold.Id, hold.Carrier, hold.Number, (int)hold.Kind, hold.Authority, hold.Reason,
                hold.LegalBasis, hold.Port, RowReader.Microseconds(hold.PlacedAt), hold.Seller);
        }
    }
}
