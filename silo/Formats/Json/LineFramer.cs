using System.Buffers;

namespace Tracking.Formats.Json;

/// <summary>Items on lines of their own (NDJSON); blank lines are passed over.</summary>
public sealed class LineFramer : ItemFramer
{
    private bool _dropping;
    private long _line;

    /// <inheritdoc/>
    public override long Number => _line;

    /// <inheritdoc/>
    public override Framing Next(ref ReadOnlySequence<byte> buffer, bool final, out ReadOnlySequence<byte> item)
    {
        while (true)
        {
            item = default;
            var found = TakeLine(ref buffer, final, out var line);
            if (found != Framing.Item)
            {
                return found;
            }

            _line++;
            if (!IsBlank(line))
            {
                item = line;
                return Framing.Item;
            }
        }
    }

    private Framing TakeLine(ref ReadOnlySequence<byte> buffer, bool final, out ReadOnlySequence<byte> line)
    {
        line = default;
        var head = buffer.FirstSpan.IndexOf((byte)'\n');
        var length = head >= 0 ? head : IndexOfLineFeed(buffer);
        if (length < 0 && !final)
        {
            // What is longer than an item may be is dropped as it comes, and its line is complained about at its end.
            if (buffer.Length > Limits.ItemBytes)
            {
                _dropping = true;
                Take(ref buffer, buffer.Length);
            }

            return Framing.More;
        }

        var tooLong = _dropping || (length < 0 ? buffer.Length : length) > Limits.ItemBytes;
        if (length < 0 && buffer.IsEmpty && !_dropping)
        {
            return Framing.End;
        }

        _dropping = false;
        line = length < 0 ? buffer : buffer.Slice(0, length);
        Take(ref buffer, length < 0 ? buffer.Length : length + 1);
        if (!tooLong)
        {
            return Framing.Item;
        }

        _line++;
        return Framing.TooLong;
    }

    private static long IndexOfLineFeed(in ReadOnlySequence<byte> buffer) =>
        buffer.PositionOf((byte)'\n') is { } position ? buffer.GetOffset(position) - buffer.GetOffset(buffer.Start) : -1;

    private static bool IsBlank(in ReadOnlySequence<byte> line)
    {
        foreach (var segment in line)
        {
            if (segment.Span.ContainsAnyExcept(" \t\r"u8))
            {
                return false;
            }
        }

        return true;
    }
}
