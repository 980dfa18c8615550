using Tracking.Journal.Snapshots;

namespace Tracking.Journal.Recount;

/// <summary>A range of stream ids, without its end: what one reader reads at a time, so that memory stays flat.</summary>
/// <param name="From">The first id that may be in it.</param>
/// <param name="To">The first id behind it.</param>
internal readonly record struct StreamRange(Guid From, Guid To)
{
    private const int Streams = 4_000;

    private static readonly Guid Last = new("ffffffff-ffff-ffff-ffff-ffffffffffff");

    /// <summary>Ranges of about as many heads each, which together hold every id.</summary>
    public static async Task<List<StreamRange>> DivideAsync(SnapshotReader reader, CancellationToken cancellationToken)
    {
        List<StreamRange> ranges = [];
        var from = Guid.Empty;
        await using var rows = await reader.QueryAsync(
            $"SELECT stream FROM (SELECT stream, row_number() OVER (ORDER BY stream) AS place FROM heads) h WHERE place % {Streams} = 0 ORDER BY stream", [], cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            var to = reader.Key(rows, 0);
            ranges.Add(new(from, to));
            from = to;
        }

        ranges.Add(new(from, Last));
        return ranges;
    }
}
