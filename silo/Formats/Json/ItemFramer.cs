using System.Buffers;

namespace Tracking.Formats.Json;

/// <summary>What <see cref="ItemFramer.Next"/> found.</summary>
public enum Framing
{
    /// <summary>The bytes do not suffice yet; come again with more of them behind those that are left.</summary>
    More,
    /// <summary>An item.</summary>
    Item,
    /// <summary>An item that is longer than permitted; its bytes were dropped.</summary>
    TooLong,
    /// <summary>The end of the body.</summary>
    End,
    /// <summary>The structure around the items is broken, at <see cref="ItemFramer.Position"/>.</summary>
    Broken,
}

/// <summary>
/// Cuts a body into items while it arrives, without looking at what is in them, so that a broken item harms none of
/// its neighbours. Keeps no bytes.
/// </summary>
public abstract class ItemFramer
{
    /// <summary>How many bytes were taken from the body.</summary>
    public long Position { get; private protected set; }

    /// <summary>The number of the present item: for lines the line from 1, blank ones counted; else the index from 0.</summary>
    public abstract long Number { get; }

    /// <summary>Takes the next item.</summary>
    /// <param name="buffer">What is there; afterwards what is left of it.</param>
    /// <param name="final">Whether the body ends with it.</param>
    /// <param name="item">The item.</param>
    public abstract Framing Next(ref ReadOnlySequence<byte> buffer, bool final, out ReadOnlySequence<byte> item);

    private protected void Take(ref ReadOnlySequence<byte> buffer, long count)
    {
        Position += count;
        buffer = buffer.Slice(count);
    }
}
