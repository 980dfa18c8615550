using Tracking.Contracts.Sellers;
using Tracking.Domain.Sellers;
using Tracking.Domain.Shipments;
using Tracking.Journal.Snapshots;

namespace Tracking.Journal.Recount.Derived;

/// <summary>The counts of all shipments and of every seller, summed over the rows of all writers.</summary>
internal sealed class TallyTotal : DerivedTotal
{
    private const string Kind = "tallies";

    // A cast, because PostgreSQL's sum of such numbers is of another kind.
    private static readonly string Sql =
        $"SELECT scope, {string.Join(", ", RowReader.TallyColumns.Select(column => $"CAST(sum({column}) AS bigint)"))} FROM tallies GROUP BY scope";

    private readonly Lock gate = new();
    private readonly Dictionary<string, SellerCounts> expected = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long[]> found = new(StringComparer.Ordinal);

    public override void Include(RecountedStream stream)
    {
        lock (gate)
        {
            Tally.Include(expected, ShipmentHead.Empty, stream.Head, stream.State.Facts.Length);
        }
    }

    public override async Task ReadAsync(SnapshotReader reader, DifferenceLog log, CancellationToken cancellationToken)
    {
        await using var rows = await reader.QueryAsync(Sql, [], cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            found.Add(rows.GetString(0), [.. Enumerable.Range(1, RowReader.TallyColumns.Length).Select(rows.GetInt64)]);
        }
    }

    public override void Compare(DifferenceLog log)
    {
        var none = new long[RowReader.TallyColumns.Length];
        foreach (var scope in expected.Keys.Union(found.Keys).Order(StringComparer.Ordinal))
        {
            var right = expected.TryGetValue(scope, out var counts) ? RowReader.Numbers(counts) : none;
            var kept = found.GetValueOrDefault(scope, none);
            for (var column = 0; column < right.Length; column++)
            {
                if (right[column] != kept[column])
                {
                    Cell expectedCell = right[column], foundCell = kept[column];
                    log.Add(new(Kind, null, scope == Tally.All ? "all shipments" : scope, RowReader.TallyColumns[column], expectedCell.ToString(), foundCell.ToString()));
                }
            }
        }
    }
}
