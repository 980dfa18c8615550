namespace Tracking.Journal.Recount;

/// <summary>What was found so far, from several readers at once: all of it counted, the first of each kind kept.</summary>
/// <param name="mostKept">How many of each kind are kept.</param>
internal sealed class DifferenceLog(int mostKept)
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<string, (long Count, List<Difference> First)> kinds = new(StringComparer.Ordinal);

    public void Add(Difference difference)
    {
        lock (gate)
        {
            var (count, first) = kinds.TryGetValue(difference.Kind, out var known) ? known : (0, []);
            if (first.Count < mostKept)
            {
                first.Add(difference);
            }

            kinds[difference.Kind] = (count + 1, first);
        }
    }

    public ImmutableArray<DifferencesOfKind> ToReport()
    {
        lock (gate)
        {
            return [.. kinds.Select(kind => new DifferencesOfKind(kind.Key, kind.Value.Count, [.. kind.Value.First]))];
        }
    }
}
