namespace Tracking.Journal.Recount.Derived;

/// <summary>The heads. Number and life are theirs alone: they say whose stream it is.</summary>
internal sealed class HeadTable : DerivedTable
{
    public static readonly HeadTable Instance = new();

    public override string Name => "heads";

    public override ImmutableArray<Column> Columns { get; } =
    [
        Column.Text("carrier"), Column.Text("number"), Column.Number("life"), Column.Number("version"), Column.Number("status"), Column.Number("customs"), Column.Number("open_holds"), Column.Number("violations"),
        Column.Number("discrepancies"), Column.Number("last_at"), Column.Flag("links_pending"), Column.Flag("released"),
        Column.Flag("seized"), Column.Text("seller"), Column.Text("place"), Column.Text("origin"), Column.Text("destination"),
        Column.Text("belongs_to"),
    ];

    public override IEnumerable<Cell[]> RowsOf(RecountedStream stream)
    {
        var head = stream.Head;
        yield return
        [
            stream.Number.Carrier, stream.Number.Number, stream.Life, stream.Version, (long)head.Status, (long)head.Customs, head.OpenHolds, head.Violations,
            head.Discrepancies, head.LastAt, head.LinksPending, head.Released,
            head.Seized, head.Seller, head.Place, head.Origin, head.Destination,
            head.BelongsTo,
        ];
    }
}
