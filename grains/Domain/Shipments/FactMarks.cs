namespace Tracking.Domain.Shipments;

/// <summary>Searching marks.</summary>
public static class FactMarks
{
    /// <summary>The index of the fact with a key, or −1.</summary>
    /// <param name="facts">Facts.</param>
    /// <param name="key">The key.</param>
    public static int IndexOfKey(this ReadOnlySpan<FactMark> facts, UInt128 key)
    {
        for (var i = 0; i < facts.Length; i++)
        {
            if (facts[i].Key == key)
            {
                return i;
            }
        }

        return -1;
    }
}
