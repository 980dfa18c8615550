using Npgsql;
using NpgsqlTypes;
using Tracking.Contracts.Clearance;
using Tracking.Contracts.Consolidations;
using Tracking.Contracts.Identifiers;
using Tracking.Journal.Consolidations;

namespace Tracking.Journal.Postgres;

/// <summary>What is in boxes, in PostgreSQL.</summary>
internal sealed class PostgresContents(PostgresConnections connections) : IContentStore
{
    private const string Drop = "DELETE FROM contents WHERE stream = ANY($1)";

    private const string Put =
        """
        INSERT INTO contents (stream, ordinal, carrier, number, box, since, until, is_box, elsewhere, verdicts)
        SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        """;

    /// <summary>Adds the statements that the winners of a batch need whose contents have changed.</summary>
    public static void Add(NpgsqlBatch statements, List<Append> winners)
    {
        if (winners.FindAll(append => !append.Contents.IsDefault) is not { Count: > 0 } changed)
        {
            return;
        }

        statements.BatchCommands.Add(new NpgsqlBatchCommand(Drop).Column(NpgsqlDbType.Uuid, changed, append => append.Stream));
        var rows = changed.SelectMany(append => append.Contents.Select((row, index) => (append.Stream, Ordinal: index, append.Number.Carrier, Row: row))).ToList();
        if (rows.Count > 0)
        {
            statements.BatchCommands.Add(new NpgsqlBatchCommand(Put)
                .Column(NpgsqlDbType.Uuid, rows, r => r.Stream)
                .Column(NpgsqlDbType.Integer, rows, r => r.Ordinal)
                .Column(NpgsqlDbType.Text, rows, r => r.Carrier)
                .Column(NpgsqlDbType.Text, rows, r => r.Row.Number)
                .Column(NpgsqlDbType.Text, rows, r => r.Row.Box ?? "")
                .Column(NpgsqlDbType.Bigint, rows, r => r.Row.From)
                .Column(NpgsqlDbType.Bigint, rows, r => r.Row.Until)
                .Column(NpgsqlDbType.Boolean, rows, r => r.Row.IsBox)
                .Column(NpgsqlDbType.Boolean, rows, r => r.Row.Elsewhere)
                .Column(NpgsqlDbType.Integer, rows, r => r.Row.Verdicts));
        }
    }

    public ValueTask<BoxContents> ReadAsync(ShipmentNumber box, ClearancePurpose purpose, int most, CancellationToken cancellationToken) =>
        PostgresErrors.RunAsync(() => PostgresSession.ReadAsync(connections.Lists, sql => ContentStatements.ReadAsync(sql, box, purpose, most), cancellationToken));

    public ValueTask<ImmutableArray<ContentRow>> ListAsync(ShipmentNumber box, ClearancePurpose? blockedFor, string after, int limit, CancellationToken cancellationToken) =>
        PostgresErrors.RunAsync(() => PostgresSession.ReadAsync(connections.Lists, sql => ContentStatements.ListAsync(sql, box, blockedFor, after, limit), cancellationToken));
}
