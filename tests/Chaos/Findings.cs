using System.Globalization;

namespace Tracking.Chaos;

/// <summary>What is wrong, by kind: all of it counted, the first of each kind kept.</summary>
internal sealed class Findings
{
    private const int MostKept = 5;

    private readonly Lock gate = new();
    private readonly SortedDictionary<string, (long Count, List<string> First)> kinds = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Kinds
    {
        get
        {
            lock (gate)
            {
                return [.. kinds.Keys];
            }
        }
    }

    public void Add(string kind, string sentence, long count = 1)
    {
        lock (gate)
        {
            var (sum, first) = kinds.TryGetValue(kind, out var known) ? known : (0, []);
            if (first.Count < MostKept)
            {
                first.Add(sentence);
            }

            kinds[kind] = (sum + count, first);
        }
    }

    public override string ToString()
    {
        lock (gate)
        {
            return string.Join('\n', kinds.Select(kind => string.Create(CultureInfo.InvariantCulture, $"{kind.Key}: {kind.Value.Count:N0}\n  {string.Join("\n  ", kind.Value.First)}")));
        }
    }
}
