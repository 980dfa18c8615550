using System.Buffers;

namespace Tracking.Formats.Tests;

/// <summary>Sequences of several segments, as a pipe gives them.</summary>
internal static class Chunks
{
    public static ReadOnlySequence<byte> Join(in ReadOnlySequence<byte> rest, ReadOnlyMemory<byte> more)
    {
        Segment? first = null, last = null;
        foreach (var memory in rest)
        {
            Add(memory, ref first, ref last);
        }

        Add(more, ref first, ref last);
        return first is null ? ReadOnlySequence<byte>.Empty : new ReadOnlySequence<byte>(first, 0, last!, last!.Memory.Length);
    }

    private static void Add(ReadOnlyMemory<byte> memory, ref Segment? first, ref Segment? last)
    {
        if (memory.IsEmpty)
        {
            return;
        }

        var segment = new Segment(memory, last);
        first ??= segment;
        last = segment;
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(ReadOnlyMemory<byte> memory, Segment? before)
        {
            Memory = memory;
            if (before is not null)
            {
                RunningIndex = before.RunningIndex + before.Memory.Length;
                before.Next = this;
            }
        }
    }
}
