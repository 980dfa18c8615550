using Tracking.Journal.Snapshots;

namespace Tracking.Journal.Recount.Derived;

/// <summary>
/// The feed, walked from its start as every reader does: all of it, and the notable events alone. Whether a stream's events
/// come in their order is seen where the stream is read.
/// </summary>
internal sealed class FeedTotal(Action<int> progress) : DerivedTotal
{
    public const string Kind = "feed";

    private const int Page = 5_000;

    private readonly Lock gate = new();
    private FeedSums expected;
    private FeedSum all;
    private FeedSum notable;

    public long Walked => all.Count;

    public override void Include(RecountedStream stream)
    {
        lock (gate)
        {
            expected = expected.With(stream.Feed);
        }
    }

    public override async Task ReadAsync(SnapshotReader reader, DifferenceLog log, CancellationToken cancellationToken)
    {
        all = await WalkAsync(reader, notableOnly: false, log, cancellationToken);
        notable = await WalkAsync(reader, notableOnly: true, log, cancellationToken);
    }

    public override void Compare(DifferenceLog log)
    {
        Compare(log, "events", expected.All, all);
        Compare(log, "notable events", expected.Notable, notable);
    }

    private static void Compare(DifferenceLog log, string field, FeedSum expected, FeedSum found)
    {
        if (expected.Count != found.Count)
        {
            log.Add(new(Kind, null, null, field, $"{expected.Count}, each once", $"{found.Count}"));
        }
        else if (expected != found)
        {
            log.Add(new(Kind, null, null, field, "each event of the streams once", "as many, but others"));
        }
    }

    private async Task<FeedSum> WalkAsync(SnapshotReader reader, bool notableOnly, DifferenceLog log, CancellationToken cancellationToken)
    {
        var (cursor, last, sum) = (FeedCursor.Start, (Major: 0UL, Minor: 0), new FeedSum());
        for (; ; )
        {
            FeedPage page;
            try
            {
                page = await reader.ReadFeedAsync(cursor, notableOnly, Page, cancellationToken);
            }
            catch (Exception error) when (error is InvalidDataException or InvalidCastException)
            {
                log.Add(new(Kind, null, null, $"page after transaction or row {last.Major}", "events that can be read", error.Message));
                return sum;
            }

            foreach (var next in page.Events)
            {
                var position = FeedPosition.Read(next.Position, reader.Epoch);
                if ((position.Major, position.Minor).CompareTo(last) <= 0)
                {
                    log.Add(new(Kind, null, next.Number.ToString(), $"place of version {next.Version}", $"after {last.Major}/{last.Minor}", $"{position.Major}/{position.Minor}"));
                }

                last = (position.Major, position.Minor);
                sum = sum.With(FeedSum.Hash(next.Number, next.Version));
            }

            progress(notableOnly ? 0 : page.Events.Length);
            if (page.Events.Length < Page)
            {
                return sum;
            }

            cursor = page.Next;
        }
    }
}
