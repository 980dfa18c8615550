namespace Tracking.Chaos.Load;

/// <summary>Facts by their ordinal, a bit each: millions in a few hundred kilobytes.</summary>
internal sealed class FactSet
{
    private const int PageBits = 1 << 20;

    private readonly Lock gate = new();
    private readonly List<ulong[]> pages = [];
    private long count;

    public long Count => Interlocked.Read(ref count);

    /// <summary>Adds a fact; tells whether it was not yet there.</summary>
    public bool Add(long ordinal)
    {
        var (page, place) = Math.DivRem(ordinal, PageBits);
        lock (gate)
        {
            while (pages.Count <= page)
            {
                pages.Add(new ulong[PageBits / 64]);
            }

            ref var bits = ref pages[(int)page][place / 64];
            var bit = 1UL << (int)(place % 64);
            var isNew = (bits & bit) == 0;
            bits |= bit;
            count += isNew ? 1 : 0;
            return isNew;
        }
    }

    public bool Contains(long ordinal)
    {
        var (page, place) = Math.DivRem(ordinal, PageBits);
        lock (gate)
        {
            return page < pages.Count && (pages[(int)page][place / 64] & (1UL << (int)(place % 64))) != 0;
        }
    }
}
