using Tracking.Contracts.Sellers;
using Tracking.Contracts.Statuses;
using Tracking.Domain.Sellers;
using Tracking.Journal.Events.Stored;

namespace Tracking.Journal.Sqlite;

/// <summary>Commits one batch in one transaction.</summary>
internal sealed class SqliteBatch(SqliteSession session, long now)
{
    private const string MoveHead =
        """
        UPDATE heads SET version = ?, status = ?, customs = ?, open_holds = ?, violations = ?, discrepancies = ?,
          seller = ?, place = ?, last_at = ?, origin = ?, destination = ?, belongs_to = ?, links_pending = ?, released = ?, seized = ?
        WHERE stream = ? AND version = ?
        """;

    // Nearly every scan: no more columns than it changes.
    private const string OnlyMoveHead = "UPDATE heads SET version = ?, status = ?, place = ?, last_at = ? WHERE stream = ? AND version = ?";

    private const string AddHead =
        """
        INSERT INTO heads (version, status, customs, open_holds, violations, discrepancies, seller, place, last_at,
          origin, destination, belongs_to, links_pending, released, seized, stream, carrier, number, life)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT DO NOTHING
        """;

    private const string AddEvent = "INSERT INTO events (stream, version, type, notable, append_id, payload) VALUES (?, ?, ?, ?, ?, ?)";

    private const string PutListing =
        """
        INSERT INTO listing (stream, carrier, number, status, held, violated, discrepant, seller, forwards, pending_since)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (stream) DO UPDATE SET status = excluded.status, held = excluded.held, violated = excluded.violated,
          discrepant = excluded.discrepant, seller = excluded.seller, forwards = excluded.forwards,
          pending_since = CASE WHEN excluded.pending_since IS NULL THEN NULL ELSE coalesce(pending_since, excluded.pending_since) END
        """;

    private const string DropHolds = "DELETE FROM open_holds WHERE stream = ?";

    private const string AddHold =
        """
        INSERT INTO open_holds (stream, ordinal, hold_id, carrier, number, kind, authority, reason, legal_basis, port, placed_at, seller, order_key)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;

    private const string AddFeature = "INSERT INTO features (hash, stream) VALUES (?, ?) ON CONFLICT DO NOTHING";

    private static readonly string AddTally =
        $"INSERT INTO tallies (scope, slot, {string.Join(", ", RowReader.TallyColumns)}) "
        + $"VALUES (?, ?, {string.Join(", ", RowReader.TallyColumns.Select(_ => "?"))}) "
        + $"ON CONFLICT (scope, slot) DO UPDATE SET {string.Join(", ", RowReader.TallyColumns.Select(column => $"{column} = {column} + excluded.{column}"))}";

    private readonly Dictionary<string, SellerCounts> tallies = new(StringComparer.Ordinal);

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
            var statement = session.Hot(AddTally).Bind(scope).Bind(slot);
            foreach (var number in RowReader.Numbers(delta))
            {
                statement.Bind(number);
            }

            statement.Run();
        }

        return results.MoveToImmutable();
    });

    private bool TakeHead(Append append) => append.OnlyMoves
        ? session.Hot(OnlyMoveHead).Bind(append.VersionAfter).Bind((int)append.Head.Status).Bind(append.Head.Place).Bind(append.Head.LastAt)
            .Bind(append.Stream).Bind(append.ExpectedVersion).Run() == 1
        : append.ExpectedVersion > 0
        ? BindHead(session.Hot(MoveHead), append).Bind(append.Stream).Bind(append.ExpectedVersion).Run() == 1
        : BindHead(session.Hot(AddHead), append).Bind(append.Stream).Bind(append.Number.Carrier).Bind(append.Number.Number).Bind(append.Life).Run() == 1;

    private static SqliteStatement BindHead(SqliteStatement statement, Append append)
    {
        var head = append.Head;
        return statement.Bind(append.VersionAfter).Bind((int)head.Status).Bind((int)head.Customs)
            .Bind(head.OpenHolds).Bind(head.Violations).Bind(head.Discrepancies).Bind(head.Seller).Bind(head.Place).Bind(head.LastAt)
            .Bind(head.Origin).Bind(head.Destination).Bind(head.BelongsTo).Bind(head.LinksPending).Bind(head.Released).Bind(head.Seized);
    }

    private bool WasCommittedBefore(Append append) =>
        session.Scalar("SELECT append_id FROM events WHERE stream = @p0 AND version = @p1", append.Stream.Bytes(), append.ExpectedVersion + 1)
            is byte[] id && id.AsSpan().SequenceEqual(append.AppendId.Bytes());

    private void AddEvents(Append append)
    {
        var version = append.ExpectedVersion;
        foreach (var (type, notable, payload) in append.Events)
        {
            ArgumentNullException.ThrowIfNull(payload);
            session.Hot(AddEvent).Bind(append.Stream).Bind(++version).Bind(type).Bind(notable).Bind(append.AppendId).Bind(payload).Run();
        }

        Tally.Include(tallies, append.Before, append.Head, append.Facts);
    }

    private void AddBeside(Append append)
    {
        if (append.ChangesListing || append.ChangesStage)
        {
            WriteListing(append);
        }

        if (!append.Holds.IsDefault)
        {
            WriteHolds(append);
        }

        if (!append.Deadlines.IsDefault)
        {
            SqliteDeadlines.Write(session, append);
        }

        if (!append.Contents.IsDefault)
        {
            SqliteContents.Write(session, append);
        }

        foreach (var party in append.Parties.IsDefault ? [] : append.Parties)
        {
            session.Execute(
                "INSERT INTO parties (id, details) VALUES (@p0, @p1) ON CONFLICT DO NOTHING",
                party.Id.Bytes(), StoredDetails.Write(party.Details));
        }

        foreach (var feature in append.Features.IsDefault ? [] : append.Features)
        {
            session.Hot(AddFeature).Bind((long)feature).Bind(append.Stream).Run();
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
        session.Hot(PutListing).Bind(append.Stream).Bind(append.Number.Carrier).Bind(append.Number.Number).Bind((int)head.Status.Main())
            .Bind(head.OpenHolds > 0).Bind(head.Violations > 0).Bind(head.Discrepancies > 0).Bind(head.Seller)
            .Bind(head.BelongsTo is not null).Bind(head.LinksPending ? now : (long?)null).Run();
    }

    private void WriteHolds(Append append)
    {
        session.Hot(DropHolds).Bind(append.Stream).Run();
        for (var index = 0; index < append.Holds.Length; index++)
        {
            var hold = append.Holds[index];
            session.Hot(AddHold).Bind(append.Stream).Bind(index).Bind(hold.Id).Bind(hold.Carrier).Bind(hold.Number).Bind((int)hold.Kind)
                .Bind(hold.Authority).Bind(hold.Reason).Bind(hold.LegalBasis).Bind(hold.Port).Bind(RowReader.Microseconds(hold.PlacedAt))
                .Bind(hold.Seller).Bind(hold.Order).Run();
        }
    }
}
