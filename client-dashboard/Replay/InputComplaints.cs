namespace Tracking.Dashboard.Replay;

/// <summary>What could not be read: how often, and the first few places.</summary>
internal sealed class InputComplaints
{
    private const int MostShown = 5;

    private readonly SortedDictionary<string, (long Count, List<string> First)> kinds = new(StringComparer.Ordinal);

    public long Count { get; private set; }

    public void Add(string what, string where)
    {
        Count++;
        var (count, first) = kinds.TryGetValue(what, out var known) ? known : (0, []);
        if (first.Count < MostShown)
        {
            first.Add(where);
        }

        kinds[what] = (count + 1, first);
    }

    public IEnumerable<string> Lines() => kinds.Select(kind =>
        $"{kind.Value.Count:N0} × {kind.Key} ({string.Join(", ", kind.Value.First)}{(kind.Value.Count > kind.Value.First.Count ? ", …" : "")})");
}
