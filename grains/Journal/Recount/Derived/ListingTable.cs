namespace Tracking.Journal.Recount.Derived;

/// <summary>What lists filter by. Since when links wait is the store's own; whether they wait follows from the events.</summary>
internal sealed class ListingTable : DerivedTable
{
    public override string Name => "listing";

    public override ImmutableArray<Column> Columns { get; } =
    [
        Column.Text("carrier"), Column.Text("number"), Column.Flag("held"), Column.Flag("violated"), Column.Flag("discrepant"),
        Column.Flag("forwards"), Column.Flag("pending", "pending_since IS NOT NULL"), Column.Text("seller"),
    ];

    public override IEnumerable<Cell[]> RowsOf(RecountedStream stream)
    {
        var head = stream.Head;
        yield return
        [
            stream.Number.Carrier, stream.Number.Number, head.OpenHolds > 0, head.Violations > 0, head.Discrepancies > 0,
            head.BelongsTo is not null, head.LinksPending, head.Seller,
        ];
    }
}
