namespace Tracking.Domain.Shipments;

/// <summary>
/// The marks of a shipment's facts in the order of their arrival. A value that never changes: what comes after it shares
/// its memory as long as there is room, so that one more scan copies nothing.
/// </summary>
public readonly struct FactMarks
{
    private readonly Room? room;

    private FactMarks(Room room, int length) => (this.room, Length) = (room, length);

    /// <summary>How many.</summary>
    public int Length { get; }

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => Length == 0;

    /// <summary>One of them.</summary>
    /// <param name="index">Its place in the order of arrival, from 0.</param>
    public ref readonly FactMark this[int index] => ref AsSpan()[index];

    /// <summary>All of them.</summary>
    public ReadOnlySpan<FactMark> AsSpan() => room is null ? [] : room.Marks.AsSpan(0, Length);

    /// <summary>These, and some more after them.</summary>
    /// <param name="more">The ones that arrived after these.</param>
    public FactMarks With(ReadOnlySpan<FactMark> more)
    {
        if (more.IsEmpty)
        {
            return this;
        }

        var length = Length + more.Length;
        var target = room is not null && room.Marks.Length >= length && room.TryTake(Length, length) ? room : MakeRoom(length);
        more.CopyTo(target.Marks.AsSpan(Length));
        return new FactMarks(target, length);
    }

    /// <summary>The place of the fact with a key, or −1.</summary>
    /// <param name="key">The key.</param>
    public int IndexOf(UInt128 key)
    {
        var marks = AsSpan();
        for (var index = 0; index < marks.Length; index++)
        {
            if (marks[index].Key == key)
            {
                return index;
            }
        }

        return -1;
    }

    // A parcel has a dozen facts: half as much room again costs little memory and few copies.
    private Room MakeRoom(int length)
    {
        var made = new Room(length < 4 ? length + 1 : length + (length / 2), length);
        AsSpan().CopyTo(made.Marks);
        return made;
    }

    /// <summary>Memory that several values share; only the first to go on from its end may write there.</summary>
    private sealed class Room(int size, int taken)
    {
        private int taken = taken;

        public FactMark[] Marks { get; } = new FactMark[size];

        public bool TryTake(int from, int to) => Interlocked.CompareExchange(ref taken, to, from) == from;
    }
}
