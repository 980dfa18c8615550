namespace Tracking.Journal.Epcis;

/// <summary>Words that are in the table for sure, so that they are not written again with every document.</summary>
internal sealed class SeenWords
{
    private const int MostRemembered = 50_000;

    private readonly HashSet<(EventWordKind, string)> seen = [];
    private readonly Lock gate = new();

    /// <summary>Those of some words that may not be in the table yet, in the order of the table.</summary>
    public ImmutableArray<(EventWordKind Kind, string Word)> New(HashSet<(EventWordKind Kind, string Word)> words)
    {
        lock (gate)
        {
            // In one order, so that two writers never wait for each other.
            return [.. words.Where(w => !seen.Contains(w)).OrderBy(w => w.Kind).ThenBy(w => w.Word, StringComparer.Ordinal)];
        }
    }

    /// <summary>Notes that words are committed.</summary>
    public void Add(ImmutableArray<(EventWordKind Kind, string Word)> words)
    {
        lock (gate)
        {
            if (seen.Count + words.Length > MostRemembered)
            {
                seen.Clear();
            }

            seen.UnionWith(words);
        }
    }
}
