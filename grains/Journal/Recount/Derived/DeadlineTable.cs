using Tracking.Journal.Deadlines;

namespace Tracking.Journal.Recount.Derived;

/// <summary>
/// The open deadlines, counted anew under the law that the recount was given. They are written with the append that changes them:
/// without a law, or under another one than the silos had, nothing can be said of them.
/// </summary>
internal sealed class DeadlineTable : DerivedTable
{
    public override string Name => "deadlines";

    public override ImmutableArray<Column> Columns { get; } =
    [
        Column.Number("ordinal"), Column.Number("bucket"), Column.Text("carrier"), Column.Text("number"), Column.Number("ends_at"), Column.Number("wake_at"), Column.Text("content"),
    ];

    public override string Order => "ordinal";

    public override IEnumerable<Cell[]> RowsOf(RecountedStream stream) => stream.Deadlines.Select((row, ordinal) => new Cell[]
    {
        ordinal, (long)DeadlineStatements.BucketOf(stream.Stream), row.Carrier, row.Number, row.EndsAt, row.WakeAt is { } wake ? wake : Cell.None, DeadlineStatements.Content(row),
    });
}
