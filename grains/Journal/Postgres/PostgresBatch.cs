using Npgsql;
using NpgsqlTypes;

namespace Tracking.Journal.Postgres;

/// <summary>
/// Commits one batch in one transaction and two round trips: one statement takes the heads and inserts the events of those
/// that were taken; then what lies beside the stream, for winners only, together with the commit.
/// </summary>
internal sealed class PostgresBatch(NpgsqlConnection connection, IReadOnlyList<Append> batch, int slot, long now)
{
    // Heads are taken in the order of streams, new numbers in the order of numbers, and always in this sequence: two
    // batches that meet wait for each other, but never in a circle. A head that has moved on gives no row. The '(… IN …)
    // IS TRUE' is a look-up in a hash of the winners; as a join the planner, who does not know how many come, might
    // compare each with each.
    private const string Take =
        """
        WITH passed AS (
          UPDATE heads h SET version = i.after, status = i.status, place = i.place, last_at = i.last_at
          FROM unnest($1, $2, $3, $4, $5, $6) AS i(stream, expected, after, status, place, last_at)
          WHERE h.stream = i.stream AND h.version = i.expected
          RETURNING h.stream
        ), moved AS (
          UPDATE heads h SET version = i.after, status = i.status, place = i.place, last_at = i.last_at, customs = i.customs,
            open_holds = i.open_holds, violations = i.violations, discrepancies = i.discrepancies,
            links_pending = i.links_pending, released = i.released, seized = i.seized, seller = i.seller,
            origin = i.origin, destination = i.destination, belongs_to = i.belongs_to
          FROM unnest($7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23)
            AS i(stream, expected, after, status, place, last_at, customs, open_holds, violations, discrepancies,
              links_pending, released, seized, seller, origin, destination, belongs_to)
          WHERE h.stream = i.stream AND h.version = i.expected
          RETURNING h.stream
        ), born AS (
          INSERT INTO heads (stream, version, status, place, last_at, customs, open_holds, violations, discrepancies,
            links_pending, released, seized, seller, origin, destination, belongs_to, carrier, number, life)
          SELECT * FROM unnest($24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $39, $40, $41, $42)
            AS i(stream, after, status, place, last_at, customs, open_holds, violations, discrepancies,
              links_pending, released, seized, seller, origin, destination, belongs_to, carrier, number, life)
          ORDER BY i.carrier COLLATE "C", i.number COLLATE "C", i.life
          ON CONFLICT DO NOTHING
          RETURNING stream
        ), won AS MATERIALIZED (
          SELECT stream FROM passed UNION ALL SELECT stream FROM moved UNION ALL SELECT stream FROM born
        ), added AS (
          INSERT INTO events (stream, version, type, notable, seq, append_id, payload)
          SELECT e.stream, e.version, e.type, e.notable, e.seq::int, e.append_id, e.payload
          FROM unnest($43, $44, $45, $46, $47, $48) WITH ORDINALITY AS e(stream, version, type, notable, append_id, payload, seq)
          WHERE (e.stream IN (SELECT stream FROM won)) IS TRUE
        )
        SELECT coalesce(array_agg(stream), '{}') FROM won
        """;

    // Who lost may have won before: an append sent again after a lost acknowledgement. The event right after the expected
    // version tells by its append id; the statement above has waited for every transaction that could still bring it.
    private const string WonBefore =
        """
        SELECT i.stream FROM unnest($1, $2, $3) AS i(stream, version, append_id)
        JOIN events e ON e.stream = i.stream AND e.version = i.version
        WHERE e.append_id = i.append_id
        """;

    private const NpgsqlDbType Uuid = NpgsqlDbType.Uuid;
    private const NpgsqlDbType Int = NpgsqlDbType.Integer;
    private const NpgsqlDbType Small = NpgsqlDbType.Smallint;
    private const NpgsqlDbType Big = NpgsqlDbType.Bigint;
    private const NpgsqlDbType Bool = NpgsqlDbType.Boolean;
    private const NpgsqlDbType Text = NpgsqlDbType.Text;

    public async ValueTask<ImmutableArray<AppendResult>> CommitAsync(CancellationToken cancellationToken)
    {
        var sorted = batch.OrderBy(append => append.Stream).ToList();
        var winners = await TakeHeadsAsync(sorted, cancellationToken);
        var before = winners.Count == sorted.Count ? [] : await FindWonBeforeAsync(sorted, winners, cancellationToken);
        await FinishAsync(winners.Count == sorted.Count ? sorted : [.. sorted.Where(append => winners.Contains(append.Stream))], cancellationToken);
        return
        [
            .. batch.Select(append => winners.Contains(append.Stream) || before.Contains(append.Stream)
                ? AppendResult.Committed
                : AppendResult.Conflict),
        ];
    }

    private async ValueTask<HashSet<Guid>> TakeHeadsAsync(List<Append> sorted, CancellationToken cancellationToken)
    {
        var command = new NpgsqlBatchCommand(Take);
        var (passed, moved, born) = Part(sorted);
        AddMoves(command.Column(Uuid, passed, append => append.Stream).Column(Int, passed, append => append.ExpectedVersion), passed);
        AddHeads(command.Column(Uuid, moved, append => append.Stream).Column(Int, moved, append => append.ExpectedVersion), moved);
        AddHeads(command.Column(Uuid, born, append => append.Stream), born);
        command.Column(Text, born, append => append.Number.Carrier).Column(Text, born, append => append.Number.Number).Column(Int, born, append => append.Life);
        AddEvents(command, sorted);

        await using var statements = new NpgsqlBatch(connection) { BatchCommands = { new NpgsqlBatchCommand("BEGIN"), command } };
        await statements.PrepareAsync(cancellationToken);
        return [.. (Guid[])(await statements.ExecuteScalarAsync(cancellationToken))!];
    }

    private async ValueTask<HashSet<Guid>> FindWonBeforeAsync(List<Append> sorted, HashSet<Guid> winners, CancellationToken cancellationToken)
    {
        var losers = sorted.FindAll(append => !winners.Contains(append.Stream));
        await using var statements = new NpgsqlBatch(connection);
        statements.BatchCommands.Add(new NpgsqlBatchCommand(WonBefore)
            .Column(Uuid, losers, append => append.Stream)
            .Column(Int, losers, append => append.ExpectedVersion + 1)
            .Column(Uuid, losers, append => append.AppendId));
        await using var reader = await statements.ExecuteReaderAsync(cancellationToken);
        HashSet<Guid> found = [];
        while (await reader.ReadAsync(cancellationToken))
        {
            found.Add(reader.GetGuid(0));
        }

        return found;
    }

    private async ValueTask FinishAsync(List<Append> winners, CancellationToken cancellationToken)
    {
        await using var statements = new NpgsqlBatch(connection);
        PostgresBeside.Add(statements, winners, now);
        PostgresTallies.Add(statements, winners, slot);
        statements.BatchCommands.Add(new NpgsqlBatchCommand("COMMIT"));
        await statements.PrepareAsync(cancellationToken);
        await statements.ExecuteNonQueryAsync(cancellationToken);
    }

    // Nearly every scan changes no more of its head than how far the shipment has come.
    private static (List<Append> Passed, List<Append> Moved, List<Append> Born) Part(List<Append> sorted)
    {
        List<Append> passed = new(sorted.Count), moved = [], born = [];
        foreach (var append in sorted)
        {
            (append.IsFirst ? born : append.OnlyMoves ? passed : moved).Add(append);
        }

        return (passed, moved, born);
    }

    private static NpgsqlBatchCommand AddMoves(NpgsqlBatchCommand command, List<Append> appends) => command
        .Column(Int, appends, append => append.VersionAfter)
        .Column(Small, appends, append => (short)append.Head.Status)
        .Column(Text, appends, append => append.Head.Place)
        .Column(Big, appends, append => append.Head.LastAt);

    private static NpgsqlBatchCommand AddHeads(NpgsqlBatchCommand command, List<Append> appends) => AddMoves(command, appends)
        .Column(Small, appends, append => (short)append.Head.Customs)
        .Column(Int, appends, append => append.Head.OpenHolds)
        .Column(Int, appends, append => append.Head.Violations)
        .Column(Int, appends, append => append.Head.Discrepancies)
        .Column(Bool, appends, append => append.Head.LinksPending)
        .Column(Bool, appends, append => append.Head.Released)
        .Column(Bool, appends, append => append.Head.Seized)
        .Column(Text, appends, append => append.Head.Seller)
        .Column(Text, appends, append => append.Head.Origin)
        .Column(Text, appends, append => append.Head.Destination)
        .Column(Text, appends, append => append.Head.BelongsTo);

    private static void AddEvents(NpgsqlBatchCommand command, List<Append> sorted)
    {
        var count = sorted.Sum(append => append.Events.Length);
        var (streams, versions, types) = (new Guid[count], new int[count], new short[count]);
        var (notables, ids, payloads) = (new bool[count], new Guid[count], new byte[count][]);
        var row = 0;
        foreach (var append in sorted)
        {
            for (var index = 0; index < append.Events.Length; index++, row++)
            {
                var (type, notable, payload) = append.Events[index];
                (streams[row], versions[row], types[row]) = (append.Stream, append.ExpectedVersion + index + 1, type);
                (notables[row], ids[row], payloads[row]) = (notable, append.AppendId, payload);
            }
        }

        command.With(NpgsqlDbType.Array | Uuid, streams).With(NpgsqlDbType.Array | Int, versions).With(NpgsqlDbType.Array | Small, types)
            .With(NpgsqlDbType.Array | Bool, notables).With(NpgsqlDbType.Array | Uuid, ids)
            .With(NpgsqlDbType.Array | NpgsqlDbType.Bytea, payloads);
    }
}
