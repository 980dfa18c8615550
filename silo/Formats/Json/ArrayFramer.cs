using System.Buffers;

namespace Tracking.Formats.Json;

/// <summary>One object, or the elements of one array.</summary>
/// <remarks>
/// Only quotes and brackets are looked at, so an element with a fault inside ends where its brackets end. Where they do
/// not pair, the rest of the body cannot be cut and is <see cref="Framing.Broken"/>.
/// </remarks>
public sealed class ArrayFramer : ItemFramer
{
    private static readonly SearchValues<byte> Structure = SearchValues.Create("\"{}[],"u8);

    private State _state = State.Start;
    private long _index = -1;

    // The walk through the present element, kept from one call to the next so that no byte is looked at twice.
    private long _scanned;
    private int _depth;
    private bool _inText;
    private bool _escaped;
    private bool _dropping;

    private enum State
    {
        Start,
        First,
        Element,
        End,
    }

    /// <summary>Whether the body is an array; known once something was found.</summary>
    public bool IsArray { get; private set; }

    /// <inheritdoc/>
    public override long Number => _index;

    /// <inheritdoc/>
    public override Framing Next(ref ReadOnlySequence<byte> buffer, bool final, out ReadOnlySequence<byte> item)
    {
        item = default;
        while (true)
        {
            if (_scanned == 0 && !_dropping)
            {
                SkipBlanks(ref buffer);
                if (buffer.IsEmpty && (!final || _state == State.End))
                {
                    return final ? Framing.End : Framing.More;
                }
            }

            switch (_state)
            {
                case State.Start:
                    if (!Begin(ref buffer))
                    {
                        return Framing.Broken;
                    }

                    break;
                case State.First when !buffer.IsEmpty && buffer.FirstSpan[0] == ']':
                    Take(ref buffer, 1);
                    _state = State.End;
                    break;
                case State.End:
                    return Framing.Broken;
                default:
                    return Element(ref buffer, final, out item);
            }
        }
    }

    private bool Begin(ref ReadOnlySequence<byte> buffer)
    {
        if (buffer.IsEmpty || buffer.FirstSpan[0] is not ((byte)'[' or (byte)'{'))
        {
            return false;
        }

        IsArray = buffer.FirstSpan[0] == '[';
        if (IsArray)
        {
            Take(ref buffer, 1);
            _state = State.First;
        }
        else
        {
            _state = State.Element;
        }

        return true;
    }

    private Framing Element(ref ReadOnlySequence<byte> buffer, bool final, out ReadOnlySequence<byte> item)
    {
        item = default;
        _state = State.Element;
        if (!Walk(buffer, out var end, out var broken))
        {
            if (broken || final)
            {
                Take(ref buffer, Math.Min(_scanned, buffer.Length));
                return Framing.Broken;
            }

            if (buffer.Length > Limits.ItemBytes)
            {
                _dropping = true;
                Take(ref buffer, buffer.Length);
                _scanned = 0;
            }

            return Framing.More;
        }

        _index++;
        item = buffer.Slice(0, end);
        var tooLong = _dropping || end > Limits.ItemBytes;
        Close(ref buffer, end);
        return tooLong ? Framing.TooLong : Framing.Item;
    }

    /// <summary>Takes the element and what ends it.</summary>
    private void Close(ref ReadOnlySequence<byte> buffer, long end)
    {
        _dropping = false;
        _scanned = 0;
        if (!IsArray)
        {
            _state = State.End;
            Take(ref buffer, end);
            return;
        }

        if (buffer.Slice(end).FirstSpan[0] == ']')
        {
            _state = State.End;
        }

        Take(ref buffer, end + 1);
    }

    /// <summary>Looks for the end of the present element.</summary>
    /// <param name="buffer">Begins with the element, or with the rest of one that is being dropped.</param>
    /// <param name="end">How long the element is.</param>
    /// <param name="broken">Whether a bracket closes that was not opened.</param>
    private bool Walk(in ReadOnlySequence<byte> buffer, out long end, out bool broken)
    {
        end = 0;
        broken = false;
        foreach (var segment in buffer.Slice(_scanned))
        {
            var span = segment.Span;
            var at = 0;
            while (at < span.Length)
            {
                if (_inText)
                {
                    at = WalkText(span, at);
                    continue;
                }

                var next = span[at..].IndexOfAny(Structure);
                if (next < 0)
                {
                    break;
                }

                at += next;
                if (Step(span[at], ref broken))
                {
                    end = _scanned + at + (IsArray ? 0 : 1);
                    return true;
                }

                if (broken)
                {
                    _scanned += at;
                    return false;
                }

                at++;
            }

            _scanned += span.Length;
        }

        return false;
    }

    /// <summary>Goes on within a text; gives the place behind it, or the end of the span.</summary>
    private int WalkText(ReadOnlySpan<byte> span, int at)
    {
        if (_escaped)
        {
            _escaped = false;
            return at + 1;
        }

        var next = span[at..].IndexOfAny((byte)'"', (byte)'\\');
        if (next < 0)
        {
            return span.Length;
        }

        at += next;
        _inText = span[at] != '"';
        _escaped = _inText;
        return at + 1;
    }

    /// <summary>Takes one byte of structure outside texts; gives whether the element ends with it or before it.</summary>
    private bool Step(byte structure, ref bool broken)
    {
        switch (structure)
        {
            case (byte)'"':
                _inText = true;
                return false;
            case (byte)'{' or (byte)'[':
                _depth++;
                return false;
            case (byte)',':
                return IsArray && _depth == 0;
            case (byte)']' when IsArray && _depth == 0:
                return true;
            default:
                broken = _depth == 0;
                _depth = Math.Max(0, _depth - 1);
                return !IsArray && _depth == 0 && !broken;
        }
    }

    private void SkipBlanks(ref ReadOnlySequence<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            var span = buffer.FirstSpan;
            var blanks = span.IndexOfAnyExcept(" \t\r\n"u8);
            if (blanks == 0)
            {
                return;
            }

            Take(ref buffer, blanks < 0 ? span.Length : blanks);
        }
    }
}
