using Npgsql;
using NpgsqlTypes;
using Tracking.Journal.Epcis;
using Tracking.Journal.Events.Stored;

namespace Tracking.Journal.Postgres;

/// <summary>One transaction of captures, on one connection: asked once what is known, then written by COPY.</summary>
internal sealed class PostgresCaptures(NpgsqlConnection connection, SeenWords seen, CancellationToken cancellationToken)
{
    private const string Jobs =
        "COPY epcis_jobs (id, owner, actor, carrier, created_at, finished_at, is_single, is_rollback, first_event, events, errors, claimed_until, claimed_by) FROM STDIN (FORMAT BINARY)";

    private const string Events =
        """
        COPY epcis_events (sequence, id_hash, declared_at, owner, job, type, action, event_time, record_time, step, disposition, read_point, location, context, payload)
        FROM STDIN (FORMAT BINARY)
        """;

    private const string Names = "COPY epcis_names (hash, sequence, roles) FROM STDIN (FORMAT BINARY)";

    public async Task<ImmutableArray<CaptureOutcome>> CommitAsync(IReadOnlyList<Capture> captures, bool again)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var before = again ? await BeforeAsync(captures) : [];
        Capture[] rest = [.. captures.Where(c => !before.ContainsKey(c.Id))];
        var keys = CapturePlan.KeysOf(rest);
        var (known, sequences) = await AskAsync(keys);
        var plan = CapturePlan.Make(rest, keys, known);
        var words = await WriteWordsAsync(plan);
        await CopyJobsAsync(plan, sequences);
        if (plan.Rows.Count > 0)
        {
            await CopyEventsAsync(plan, sequences);
            await CopyNamesAsync(plan, sequences);
        }

        await transaction.CommitAsync(cancellationToken);
        seen.Add(words);
        return plan.OutcomesOf(captures, before);
    }

    private async Task<Dictionary<Guid, CaptureJob>> BeforeAsync(IReadOnlyList<Capture> captures)
    {
        var before = new Dictionary<Guid, CaptureJob>();
        var session = new PostgresSession(connection, cancellationToken);
        foreach (var capture in captures)
        {
            if (await EventStatements.JobAsync(session, capture.Id) is { } job)
            {
                before.Add(capture.Id, job);
            }
        }

        return before;
    }

    /// <summary>Which of the events are there, and a sequence for each of them, in one round trip.</summary>
    private async Task<(HashSet<EventKey> Known, long[] Sequences)> AskAsync(List<EventKey> keys)
    {
        var known = new HashSet<EventKey>();
        var sequences = new long[keys.Count + 1];
        await using var batch = new NpgsqlBatch(connection);
        var ask = new NpgsqlBatchCommand("SELECT e.id_hash, e.owner, e.declared_at FROM unnest($1) AS n (id_hash) JOIN epcis_events e ON e.id_hash = n.id_hash");
        batch.BatchCommands.Add(ask.Column(NpgsqlDbType.Uuid, keys, k => k.IdHash));
        batch.BatchCommands.Add(new NpgsqlBatchCommand("SELECT nextval('epcis_sequence') FROM generate_series(1, $1)").With(NpgsqlDbType.Integer, sequences.Length));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            known.Add(new EventKey(reader.GetGuid(0), reader.GetString(1), reader.GetInt64(2)));
        }

        await reader.NextResultAsync(cancellationToken);
        for (var i = 0; await reader.ReadAsync(cancellationToken); i++)
        {
            sequences[i] = reader.GetInt64(0);
        }

        return (known, sequences);
    }

    private async Task<ImmutableArray<(EventWordKind Kind, string Word)>> WriteWordsAsync(CapturePlan plan)
    {
        var words = seen.New(EventStatements.WordsOf(plan));
        if (words.IsEmpty)
        {
            return words;
        }

        await using var command = new NpgsqlCommand("INSERT INTO epcis_words (kind, word) SELECT * FROM unnest($1, $2) ON CONFLICT DO NOTHING", connection);
        command
            .With(NpgsqlDbType.Array | NpgsqlDbType.Smallint, words.Select(w => (short)w.Kind).ToArray())
            .With(NpgsqlDbType.Array | NpgsqlDbType.Text, words.Select(w => w.Word).ToArray());
        await command.ExecuteNonQueryAsync(cancellationToken);
        return words;
    }

    private async Task CopyJobsAsync(CapturePlan plan, long[] sequences)
    {
        await using var copy = await connection.BeginBinaryImportAsync(Jobs, cancellationToken);
        foreach (var (capture, outcome, firstRow) in plan.Captures)
        {
            await copy.StartRowAsync(cancellationToken);
            await WriteAsync(copy, capture.Id, NpgsqlDbType.Uuid);
            await WriteAsync(copy, capture.By.Organisation, NpgsqlDbType.Text);
            await WriteAsync(copy, StoredActor.Write(capture.By), NpgsqlDbType.Text);
            await TextAsync(copy, capture.Carrier);
            await WriteAsync(copy, capture.CreatedAt, NpgsqlDbType.Bigint);
            await (outcome.Job.FinishedAt is { } at ? WriteAsync(copy, at, NpgsqlDbType.Bigint) : copy.WriteNullAsync(cancellationToken));
            await WriteAsync(copy, capture.IsSingle, NpgsqlDbType.Boolean);
            await WriteAsync(copy, capture.IsRollback, NpgsqlDbType.Boolean);
            await WriteAsync(copy, sequences[firstRow], NpgsqlDbType.Bigint);
            await WriteAsync(copy, outcome.Job.Events, NpgsqlDbType.Integer);
            await TextAsync(copy, StoredError.Write(outcome.Job.Errors));
            await WriteAsync(copy, capture.ClaimedUntil, NpgsqlDbType.Bigint);
            await WriteAsync(copy, capture.ClaimedBy, NpgsqlDbType.Text);
        }

        await copy.CompleteAsync(cancellationToken);
    }

    private async Task CopyEventsAsync(CapturePlan plan, long[] sequences)
    {
        await using var copy = await connection.BeginBinaryImportAsync(Events, cancellationToken);
        for (var row = 0; row < plan.Rows.Count; row++)
        {
            var (capture, one, idHash) = plan.Rows[row];
            await copy.StartRowAsync(cancellationToken);
            await WriteAsync(copy, sequences[row], NpgsqlDbType.Bigint);
            await WriteAsync(copy, idHash, NpgsqlDbType.Uuid);
            await WriteAsync(copy, one.DeclaredAt, NpgsqlDbType.Bigint);
            await WriteAsync(copy, capture.By.Organisation, NpgsqlDbType.Text);
            await WriteAsync(copy, capture.Id, NpgsqlDbType.Uuid);
            await WriteAsync(copy, one.Type, NpgsqlDbType.Text);
            await TextAsync(copy, one.Action);
            await WriteAsync(copy, one.EventTime, NpgsqlDbType.Bigint);
            await WriteAsync(copy, capture.CreatedAt, NpgsqlDbType.Bigint);
            await TextAsync(copy, one.Step);
            await TextAsync(copy, one.Disposition);
            await TextAsync(copy, one.ReadPoint);
            await TextAsync(copy, one.Location);
            await TextAsync(copy, one.Context);
            await WriteAsync(copy, one.Payload, NpgsqlDbType.Bytea);
        }

        await copy.CompleteAsync(cancellationToken);
    }

    private async Task CopyNamesAsync(CapturePlan plan, long[] sequences)
    {
        await using var copy = await connection.BeginBinaryImportAsync(Names, cancellationToken);
        for (var row = 0; row < plan.Rows.Count; row++)
        {
            foreach (var name in plan.Rows[row].Event.Names)
            {
                await copy.StartRowAsync(cancellationToken);
                await WriteAsync(copy, name.Hash, NpgsqlDbType.Bigint);
                await WriteAsync(copy, sequences[row], NpgsqlDbType.Bigint);
                await WriteAsync(copy, (short)name.Roles, NpgsqlDbType.Smallint);
            }
        }

        await copy.CompleteAsync(cancellationToken);
    }

    private Task WriteAsync<T>(NpgsqlBinaryImporter copy, T value, NpgsqlDbType type) => copy.WriteAsync(value, type, cancellationToken);

    private Task TextAsync(NpgsqlBinaryImporter copy, string? text) => text is null ? copy.WriteNullAsync(cancellationToken) : copy.WriteAsync(text, NpgsqlDbType.Text, cancellationToken);
}
