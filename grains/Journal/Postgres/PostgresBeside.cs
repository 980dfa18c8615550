using Npgsql;
using NpgsqlTypes;
using Tracking.Contracts.Live;
using Tracking.Contracts.Statuses;
using Tracking.Journal.Events.Stored;

namespace Tracking.Journal.Postgres;

/// <summary>What lies beside the streams: the rows that lists filter by, open holds, parties, outbox. Most batches change few of them.</summary>
internal static class PostgresBeside
{
    private const string Listing =
        """
        INSERT INTO listing AS l (stream, carrier, number, held, violated, discrepant, seller, forwards, pending_since)
        SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9)
        ON CONFLICT (stream) DO UPDATE SET held = excluded.held, violated = excluded.violated,
          discrepant = excluded.discrepant, seller = excluded.seller, forwards = excluded.forwards,
          pending_since = CASE WHEN excluded.pending_since IS NOT NULL THEN coalesce(l.pending_since, excluded.pending_since) END
        """;

    private const string NewStages = "INSERT INTO stages (status, stream) SELECT * FROM unnest($1, $2)";

    private const string NextStages =
        """
        UPDATE stages s SET status = i.status FROM unnest($1, $2, $3) AS i(status_before, stream, status)
        WHERE s.status = i.status_before AND s.stream = i.stream
        """;

    private const string DropHolds = "DELETE FROM open_holds WHERE stream = ANY($1)";

    private const string Holds =
        """
        INSERT INTO open_holds (stream, ordinal, hold_id, carrier, number, kind, authority, reason, legal_basis, port, placed_at, seller, order_key)
        SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
        """;

    private const string Parties =
        "INSERT INTO parties (id, details) SELECT id, details::jsonb FROM unnest($1, $2) AS i(id, details) ON CONFLICT DO NOTHING";

    private const string Features = "INSERT INTO features (hash, stream) SELECT * FROM unnest($1, $2) ON CONFLICT DO NOTHING";

    private const string Outbox =
        "INSERT INTO outbox (id, topic, payload) SELECT * FROM unnest($1, $2, $3) ON CONFLICT DO NOTHING";

    /// <summary>Adds the statements that the winners of a batch, sorted by stream, need.</summary>
    public static void Add(NpgsqlBatch statements, List<Append> winners, long now)
    {
        AddStages(statements, winners);
        if (winners.FindAll(append => append.ChangesListing) is { Count: > 0 } listed)
        {
            statements.BatchCommands.Add(AddListing(listed, now));
        }

        if (winners.FindAll(append => !append.Holds.IsDefault) is { Count: > 0 } held)
        {
            AddHolds(statements, held);
        }

        PostgresDeadlines.Add(statements, winners);
        PostgresContents.Add(statements, winners);
        if (winners.SelectMany(append => append.Parties.IsDefault ? [] : append.Parties).OrderBy(party => party.Id).ToList() is { Count: > 0 } parties)
        {
            statements.BatchCommands.Add(new NpgsqlBatchCommand(Parties)
                .Column(NpgsqlDbType.Uuid, parties, party => party.Id)
                .Column(NpgsqlDbType.Text, parties, party => StoredDetails.Write(party.Details)));
        }

        if (winners.SelectMany(append => append.Features.IsDefault ? [] : append.Features.Select(hash => (Hash: (long)hash, append.Stream))).Order().ToList() is { Count: > 0 } features)
        {
            statements.BatchCommands.Add(new NpgsqlBatchCommand(Features)
                .Column(NpgsqlDbType.Bigint, features, feature => feature.Hash)
                .Column(NpgsqlDbType.Uuid, features, feature => feature.Stream));
        }

        if (winners.SelectMany(append => append.Outbox.IsDefault ? [] : append.Outbox).ToList() is { Count: > 0 } messages)
        {
            statements.BatchCommands.Add(new NpgsqlBatchCommand(Outbox)
                .Column(NpgsqlDbType.Uuid, messages, message => message.Id)
                .Column(NpgsqlDbType.Text, messages, message => message.Topic)
                .Column(NpgsqlDbType.Bytea, messages, message => message.Payload.ToArray()));
        }
    }

    private static void AddStages(NpgsqlBatch statements, List<Append> winners)
    {
        if (winners.FindAll(append => append.IsFirst) is { Count: > 0 } born)
        {
            statements.BatchCommands.Add(new NpgsqlBatchCommand(NewStages)
                .Column(NpgsqlDbType.Smallint, born, append => (short)append.Head.Status.Main())
                .Column(NpgsqlDbType.Uuid, born, append => append.Stream));
        }

        if (winners.FindAll(append => append is { IsFirst: false, ChangesStage: true }) is { Count: > 0 } moved)
        {
            statements.BatchCommands.Add(new NpgsqlBatchCommand(NextStages)
                .Column(NpgsqlDbType.Smallint, moved, append => (short)append.Before.Status.Main())
                .Column(NpgsqlDbType.Uuid, moved, append => append.Stream)
                .Column(NpgsqlDbType.Smallint, moved, append => (short)append.Head.Status.Main()));
        }
    }

    private static NpgsqlBatchCommand AddListing(List<Append> listed, long now) => new NpgsqlBatchCommand(Listing)
        .Column(NpgsqlDbType.Uuid, listed, append => append.Stream)
        .Column(NpgsqlDbType.Text, listed, append => append.Number.Carrier)
        .Column(NpgsqlDbType.Text, listed, append => append.Number.Number)
        .Column(NpgsqlDbType.Boolean, listed, append => append.Head.OpenHolds > 0)
        .Column(NpgsqlDbType.Boolean, listed, append => append.Head.Violations > 0)
        .Column(NpgsqlDbType.Boolean, listed, append => append.Head.Discrepancies > 0)
        .Column(NpgsqlDbType.Text, listed, append => append.Head.Seller)
        .Column(NpgsqlDbType.Boolean, listed, append => append.Head.BelongsTo is not null)
        .Column(NpgsqlDbType.Bigint, listed, append => append.Head.LinksPending ? now : (long?)null);

    private static void AddHolds(NpgsqlBatch statements, List<Append> held)
    {
        statements.BatchCommands.Add(new NpgsqlBatchCommand(DropHolds).Column(NpgsqlDbType.Uuid, held, append => append.Stream));
        var rows = held.SelectMany(append => append.Holds.Select((hold, index) => (append.Stream, Ordinal: index, Hold: hold))).ToList();
        if (rows.Count == 0)
        {
            return;
        }

        statements.BatchCommands.Add(new NpgsqlBatchCommand(Holds)
            .Column(NpgsqlDbType.Uuid, rows, row => row.Stream)
            .Column(NpgsqlDbType.Integer, rows, row => row.Ordinal)
            .Text(rows, hold => hold.Id)
            .Text(rows, hold => hold.Carrier)
            .Text(rows, hold => hold.Number)
            .Column(NpgsqlDbType.Smallint, rows, row => (short)row.Hold.Kind)
            .Text(rows, hold => hold.Authority)
            .Text(rows, hold => hold.Reason)
            .Text(rows, hold => hold.LegalBasis)
            .Text(rows, hold => hold.Port)
            .Column(NpgsqlDbType.Bigint, rows, row => RowReader.Microseconds(row.Hold.PlacedAt))
            .Text(rows, hold => hold.Seller)
            .Text(rows, hold => hold.Order));
    }

    private static NpgsqlBatchCommand Text(
        this NpgsqlBatchCommand command, List<(Guid Stream, int Ordinal, HoldRow Hold)> rows, Func<HoldRow, string?> value) =>
        command.Column(NpgsqlDbType.Text, rows, row => value(row.Hold));
}
