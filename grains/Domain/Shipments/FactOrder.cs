namespace Tracking.Domain.Shipments;

/// <summary>
/// The one total order of facts: effective time, rank, key. Every fold goes through it, so that the state depends on
/// the set of facts and not on their arrival.
/// </summary>
/// <remarks>
/// The key, a hash of source and id, stands for (source, id): any fixed order of ties does, and the hash is at hand.
/// </remarks>
public static class FactOrder
{
    /// <summary>How far in the future a time may lie, in microseconds, before the receipt counts in its stead.</summary>
    public const long MostInFuture = 24L * 3_600_000_000;

    /// <summary>Whether a fact's time lies too far after its receipt to be believed.</summary>
    /// <param name="mark">The fact.</param>
    public static bool IsInFuture(in FactMark mark) => mark.OccurredAt > mark.ReceivedAt + MostInFuture;

    /// <summary>Indexes of the facts that count, in the total order, with their effective times.</summary>
    /// <param name="facts">All facts.</param>
    /// <param name="counts">Which of them count: not replaced, not withdrawn.</param>
    public static ImmutableArray<OrderedFact> Sort(ReadOnlySpan<FactMark> facts, ReadOnlySpan<bool> counts)
    {
        var ordered = new List<OrderedFact>(facts.Length);
        var numbered = false;
        for (var i = 0; i < facts.Length; i++)
        {
            if (counts[i])
            {
                ordered.Add(new OrderedFact(EffectiveTime(facts[i]), facts[i].Rank, facts[i].Key, i));
                numbered |= facts[i].Detail is DecisionDetail { Decision.Sequence: not null };
            }
        }

        if (numbered)
        {
            FollowSequences(facts, ordered);
        }

        ordered.Sort();
        return [.. ordered];
    }

    private static long EffectiveTime(in FactMark mark) => IsInFuture(mark) ? mark.ReceivedAt : mark.OccurredAt;

    // An authority that numbers its messages is believed in their order: the time becomes the strict running maximum.
    private static void FollowSequences(ReadOnlySpan<FactMark> facts, List<OrderedFact> ordered)
    {
        var numbered = new List<(string Source, long Sequence, OrderedFact Fact, int At)>();
        for (var at = 0; at < ordered.Count; at++)
        {
            if (facts[ordered[at].Index].Detail is DecisionDetail { Decision: { Sequence: { } sequence } decision })
            {
                numbered.Add((decision.Source, sequence, ordered[at], at));
            }
        }

        numbered.Sort((a, b) =>
        {
            var bySource = string.CompareOrdinal(a.Source, b.Source);
            var bySequence = bySource != 0 ? bySource : a.Sequence.CompareTo(b.Sequence);
            return bySequence != 0 ? bySequence : a.Fact.CompareTo(b.Fact);
        });
        var (source, last) = ("", long.MinValue);
        foreach (var entry in numbered)
        {
            var time = entry.Source == source && entry.Fact.Time <= last ? last + 1 : entry.Fact.Time;
            ordered[entry.At] = entry.Fact with { Time = time };
            (source, last) = (entry.Source, time);
        }
    }
}
