using Tracking.Contracts.Statuses;
using Tracking.Journal.Snapshots;

namespace Tracking.Journal.Recount.Derived;

/// <summary>The main status that lists filter by. Its key begins with the status, so a range of streams is looked for in each.</summary>
internal sealed class StageTable : DerivedTable
{
    public override string Name => "stages";

    public override ImmutableArray<Column> Columns { get; } = [Column.Number("status")];

    public override string Order => "status";

    public override IEnumerable<Cell[]> RowsOf(RecountedStream stream)
    {
        yield return [(long)stream.Head.Status.Main()];
    }

    public override async ValueTask<string> PrepareAsync(SnapshotReader reader, CancellationToken cancellationToken)
    {
        // Whatever is there, not only what may be there.
        List<long> statuses = [];
        await using var rows = await reader.QueryAsync("SELECT DISTINCT status FROM stages", [], cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            statuses.Add(rows.GetInt64(0));
        }

        return statuses.Count == 0 ? "" : $" AND status IN ({string.Join(", ", statuses)})";
    }
}
