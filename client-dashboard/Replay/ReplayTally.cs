namespace Tracking.Dashboard.Replay;

/// <summary>What became of the facts that were sent.</summary>
internal sealed class ReplayTally
{
    public long Sent { get; set; }

    public long Accepted { get; set; }

    public long Duplicate { get; set; }

    public long Rejected { get; set; }

    /// <summary>Requests that had to be made again.</summary>
    public long Retries { get; set; }

    public SortedDictionary<string, long> Reasons { get; init; } = new(StringComparer.Ordinal);

    private const int MostReasons = 100;

    public void Count(ItemAnswer answer)
    {
        Sent++;
        switch (answer.Result)
        {
            case ItemResult.Accepted:
                Accepted++;
                break;
            case ItemResult.Duplicate:
                Duplicate++;
                break;
            default:
                Rejected++;
                Count(answer.Reason ?? "no reason given", 1);
                break;
        }
    }

    public void Add(ReplayTally other)
    {
        Sent += other.Sent;
        Accepted += other.Accepted;
        Duplicate += other.Duplicate;
        Rejected += other.Rejected;
        Retries += other.Retries;
        foreach (var (reason, count) in other.Reasons)
        {
            Count(reason, count);
        }
    }

    private void Count(string reason, long count)
    {
        var key = Reasons.ContainsKey(reason) || Reasons.Count < MostReasons ? reason : "other reasons";
        Reasons[key] = Reasons.GetValueOrDefault(key) + count;
    }
}
