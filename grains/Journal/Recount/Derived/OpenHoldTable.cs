namespace Tracking.Journal.Recount.Derived;

/// <summary>The hold queue.</summary>
internal sealed class OpenHoldTable : DerivedTable
{
    public override string Name => "open_holds";

    public override ImmutableArray<Column> Columns { get; } =
    [
        Column.Number("ordinal"), Column.Text("hold_id"), Column.Text("carrier"), Column.Text("number"), Column.Number("kind"),
        Column.Text("authority"), Column.Text("reason"), Column.Text("legal_basis"), Column.Text("port"), Column.Number("placed_at"),
        Column.Text("seller"),
    ];

    public override string Order => "ordinal";

    public override IEnumerable<Cell[]> RowsOf(RecountedStream stream) => stream.OpenHolds.Select((hold, ordinal) => new Cell[]
    {
        ordinal, hold.Id, hold.Carrier, hold.Number, (long)hold.Kind,
        hold.Authority, hold.Reason, hold.LegalBasis, hold.Port, RowReader.Microseconds(hold.PlacedAt),
        hold.Seller,
    });
}
