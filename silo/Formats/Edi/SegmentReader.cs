namespace Tracking.Formats.Edi;

/// <summary>Walks over the segments of an interchange. One pass, no copy.</summary>
internal ref struct SegmentReader(ReadOnlySpan<byte> message, Delimiters delimiters)
{
    private ReadOnlySpan<byte> _rest = message;

    /// <summary>How many segments were read, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>From now on these characters part: an interchange after another may declare others.</summary>
    public Delimiters Delimiters { get; set; } = delimiters;

    /// <summary>What was not read yet.</summary>
    public ReadOnlySpan<byte> Rest
    {
        readonly get => _rest;
        set => _rest = value;
    }

    /// <summary>The next segment that is not empty.</summary>
    /// <returns>Whether there is one.</returns>
    public bool Next(out Segment segment)
    {
        while (!_rest.IsEmpty)
        {
            var end = FindEnd();
            var text = Trim(_rest[..end]);
            _rest = end < _rest.Length ? _rest[(end + 1)..] : default;
            if (!text.IsEmpty)
            {
                Number++;
                segment = new Segment(text, Delimiters, Number);
                return true;
            }
        }

        segment = default;
        return false;
    }

    private readonly int FindEnd()
    {
        var from = 0;
        while (true)
        {
            var at = _rest[from..].IndexOf(Delimiters.Terminator);
            if (at < 0)
            {
                return _rest.Length;
            }

            at += from;
            if (Delimiters.Release == 0 || !Segment.IsReleased(_rest, at, Delimiters.Release))
            {
                return at;
            }

            from = at + 1;
        }
    }

    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text) => text.Trim("\r\n\t \u001a\0"u8);
}
