namespace Tracking.Domain.Shipments;

/// <summary>
/// Which facts count once corrections are taken in. A fact without a known target is a root; of several corrections of
/// one fact the last in the order replaces it, and may be corrected itself; a withdrawal leaves nothing.
/// </summary>
public static class Corrections
{
    /// <summary>Which of the facts count.</summary>
    /// <param name="facts">All facts.</param>
    /// <param name="replacedBy">For each fact that was replaced, the index of its replacement; −1 elsewhere. Empty where nothing corrects anything.</param>
    /// <param name="circles">Indexes of corrections that correct each other and therefore count for nothing.</param>
    public static bool[] Resolve(ReadOnlySpan<FactMark> facts, out int[] replacedBy, out ImmutableArray<int> circles)
    {
        var counts = new bool[facts.Length];
        Array.Fill(counts, true);
        replacedBy = [];
        circles = [];
        if (!AnyCorrects(facts))
        {
            return counts;
        }

        var byKey = new Dictionary<UInt128, int>(facts.Length);
        for (var i = 0; i < facts.Length; i++)
        {
            byKey[facts[i].Key] = i;
        }

        var successor = Successors(facts, byKey);
        Array.Fill(counts, false);
        var reached = new bool[facts.Length];
        for (var i = 0; i < facts.Length; i++)
        {
            if (Target(facts[i], byKey) < 0)
            {
                Follow(facts, i, successor, counts, reached);
            }
        }

        replacedBy = successor;
        circles = FindCircles(facts, byKey);
        return counts;
    }

    private static bool AnyCorrects(ReadOnlySpan<FactMark> facts)
    {
        foreach (ref readonly var fact in facts)
        {
            if (fact.Detail is { } detail && detail.Corrects != UInt128.Zero)
            {
                return true;
            }
        }

        return false;
    }

    private static int Target(in FactMark fact, Dictionary<UInt128, int> byKey) =>
        fact.Detail is { } detail && detail.Corrects != UInt128.Zero && byKey.TryGetValue(detail.Corrects, out var target) ? target : -1;

    private static int[] Successors(ReadOnlySpan<FactMark> facts, Dictionary<UInt128, int> byKey)
    {
        var successor = new int[facts.Length];
        Array.Fill(successor, -1);
        for (var i = 0; i < facts.Length; i++)
        {
            var target = Target(facts[i], byKey);
            if (target >= 0 && (successor[target] < 0 || Place(facts, successor[target]) < Place(facts, i)))
            {
                successor[target] = i;
            }
        }

        return successor;
    }

    private static OrderedFact Place(ReadOnlySpan<FactMark> facts, int index)
    {
        ref readonly var fact = ref facts[index];
        return new OrderedFact(FactOrder.IsInFuture(fact) ? fact.ReceivedAt : fact.OccurredAt, fact.Rank, fact.Key, index);
    }

    private static void Follow(ReadOnlySpan<FactMark> facts, int root, int[] successor, bool[] counts, bool[] reached)
    {
        var at = root;
        reached[at] = true;
        while (successor[at] >= 0 && !reached[successor[at]])
        {
            at = successor[at];
            reached[at] = true;
        }

        counts[at] = facts[at].Detail is not { Withdraws: true };
    }

    // From a correction in a circle one never comes to a root; one that was merely outvoted does.
    private static ImmutableArray<int> FindCircles(ReadOnlySpan<FactMark> facts, Dictionary<UInt128, int> byKey)
    {
        const byte Leads = 1, Circles = 2;
        var known = new byte[facts.Length];
        var path = new List<int>();
        ImmutableArray<int>.Builder? circles = null;
        for (var i = 0; i < facts.Length; i++)
        {
            path.Clear();
            var at = i;
            while (at >= 0 && known[at] == 0)
            {
                known[at] = Circles;
                path.Add(at);
                at = Target(facts[at], byKey);
            }

            var end = at < 0 ? Leads : known[at];
            foreach (var step in path)
            {
                known[step] = end;
                if (end == Circles)
                {
                    (circles ??= ImmutableArray.CreateBuilder<int>()).Add(step);
                }
            }
        }

        return circles?.ToImmutable() ?? [];
    }
}
