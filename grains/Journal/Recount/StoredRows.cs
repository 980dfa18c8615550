using Tracking.Journal.Recount.Derived;
using Tracking.Journal.Snapshots;

namespace Tracking.Journal.Recount;

/// <summary>The rows that a derived table has for a range of streams, given out stream by stream and compared.</summary>
internal sealed class StoredRows
{
    private readonly DerivedTable table;
    private readonly DifferenceLog log;
    private readonly List<(Guid Stream, Cell[] Cells)> rows = [];
    private int next;

    private StoredRows(DerivedTable table, DifferenceLog log) => (this.table, this.log) = (table, log);

    public static async Task<StoredRows> ReadAsync(
        DerivedTable table, string condition, StreamRange range, SnapshotReader reader, DifferenceLog log, CancellationToken cancellationToken)
    {
        var read = new StoredRows(table, log);
        var columns = table.Columns;
        await using var rows = await reader.QueryAsync(
            $"SELECT stream, {string.Join(", ", columns.Select(column => column.Sql(reader)))} FROM {table.Name}"
            + $" WHERE stream >= @p0 AND stream < @p1{condition} ORDER BY stream{(table.Order is { } order ? $", {order}" : "")}",
            [reader.Key(range.From), reader.Key(range.To)],
            cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            var cells = new Cell[columns.Length];
            for (var column = 0; column < cells.Length; column++)
            {
                cells[column] = columns[column].Read(rows, column + 1);
            }

            read.rows.Add((reader.Key(rows, 0), cells));
        }

        return read;
    }

    /// <summary>The rows of a stream; those of streams before it have no events.</summary>
    public ReadOnlySpan<(Guid Stream, Cell[] Cells)> Take(Guid stream)
    {
        SkipTo(stream);
        var first = next;
        while (next < rows.Count && rows[next].Stream == stream)
        {
            next++;
        }

        return System.Runtime.InteropServices.CollectionsMarshal.AsSpan(rows)[first..next];
    }

    /// <summary>Compares the rows of a stream with what it says.</summary>
    public void Compare(RecountedStream stream, ReadOnlySpan<(Guid Stream, Cell[] Cells)> found)
    {
        var place = 0;
        foreach (var expected in table.RowsOf(stream))
        {
            if (place == found.Length)
            {
                Add(stream, "row", $"one more: {Text(expected)}", "none");
                return;
            }

            var cells = found[place++].Cells;
            for (var column = 0; column < expected.Length; column++)
            {
                if (cells[column] != expected[column])
                {
                    Add(stream, table.Columns[column].Name, expected[column].ToString(), cells[column].ToString());
                }
            }
        }

        foreach (var (_, cells) in found[place..])
        {
            Add(stream, "row", "none", $"one more: {Text(cells)}");
        }
    }

    /// <summary>Names the rows behind the last stream.</summary>
    public void Finish() => SkipTo(null);

    private void SkipTo(Guid? stream)
    {
        for (; next < rows.Count && (stream is not { } to || rows[next].Stream.CompareTo(to) < 0); next++)
        {
            log.Add(new(table.Name, rows[next].Stream, null, "row", "none: the stream has no events", Text(rows[next].Cells)));
        }
    }

    private void Add(RecountedStream stream, string field, string expected, string found) =>
        log.Add(new(table.Name, stream.Stream, stream.Number.ToString(), field, expected, found));

    private string Text(Cell[] cells) => string.Join(", ", cells.Select((cell, column) => $"{table.Columns[column].Name} {cell}"));
}
