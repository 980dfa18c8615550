using Tracking.Contracts.Clearance;
using Tracking.Contracts.Consolidations;
using Tracking.Contracts.Identifiers;
using Tracking.Journal.Consolidations;

namespace Tracking.Journal.Sqlite;

/// <summary>What is in boxes, in SQLite.</summary>
internal sealed class SqliteContents(SqliteStore store) : IContentStore
{
    private const string Drop = "DELETE FROM contents WHERE stream = ?";

    private const string Put = "INSERT INTO contents (stream, ordinal, carrier, number, box, since, until, is_box, elsewhere, verdicts) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    /// <summary>Writes the contents of an append that changes them.</summary>
    public static void Write(SqliteSession session, Append append)
    {
        session.Hot(Drop).Bind(append.Stream).Run();
        for (var index = 0; index < append.Contents.Length; index++)
        {
            var row = append.Contents[index];
            session.Hot(Put).Bind(append.Stream).Bind(index).Bind(append.Number.Carrier).Bind(row.Number).Bind(row.Box ?? "")
                .Bind(row.From).Bind(row.Until).Bind(row.IsBox).Bind(row.Elsewhere).Bind(row.Verdicts).Run();
        }
    }

    public ValueTask<BoxContents> ReadAsync(ShipmentNumber box, ClearancePurpose purpose, int most, CancellationToken cancellationToken) =>
        store.ReadAsync(sql => ContentStatements.ReadAsync(sql, box, purpose, most), cancellationToken);

    public ValueTask<ImmutableArray<ContentRow>> ListAsync(ShipmentNumber box, ClearancePurpose? blockedFor, string after, int limit, CancellationToken cancellationToken) =>
        store.ReadAsync(sql => ContentStatements.ListAsync(sql, box, blockedFor, after, limit), cancellationToken);
}
