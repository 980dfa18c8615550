namespace Tracking.Domain.Shipments;

/// <summary>A fact's place in the total order.</summary>
/// <param name="Time">Effective time, microseconds since 1970 UTC.</param>
/// <param name="Rank">Rank among facts of one time.</param>
/// <param name="Key">Settles what is left.</param>
/// <param name="Index">Where the fact is among all facts.</param>
public readonly record struct OrderedFact(long Time, byte Rank, UInt128 Key, int Index) : IComparable<OrderedFact>
{
    /// <inheritdoc/>
    public int CompareTo(OrderedFact other)
    {
        var byTime = Time.CompareTo(other.Time);
        var byRank = byTime != 0 ? byTime : Rank.CompareTo(other.Rank);
        return byRank != 0 ? byRank : Key.CompareTo(other.Key);
    }

    /// <summary>Earlier in the order.</summary>
    public static bool operator <(OrderedFact left, OrderedFact right) => left.CompareTo(right) < 0;

    /// <summary>Later in the order.</summary>
    public static bool operator >(OrderedFact left, OrderedFact right) => left.CompareTo(right) > 0;

    /// <summary>Not later in the order.</summary>
    public static bool operator <=(OrderedFact left, OrderedFact right) => left.CompareTo(right) <= 0;

    /// <summary>Not earlier in the order.</summary>
    public static bool operator >=(OrderedFact left, OrderedFact right) => left.CompareTo(right) >= 0;
}
