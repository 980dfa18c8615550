using System.Buffers;
using System.Globalization;

namespace Tracking.Domain.Shipments;

/// <summary>A text that is made to be hashed and forgotten: of a scan it fits the stack.</summary>
/// <param name="start">Where it begins; what does not fit is rented.</param>
internal ref struct TextBuffer(Span<char> start)
{
    private Span<char> text = start;
    private char[]? rented;
    private int length;

    public readonly ReadOnlySpan<char> Text => text[..length];

    public void Append(char value)
    {
        Reserve(1)[0] = value;
        length++;
    }

    public void Append(scoped ReadOnlySpan<char> value)
    {
        value.CopyTo(Reserve(value.Length));
        length += value.Length;
    }

    public void Append(long value)
    {
        value.TryFormat(Reserve(20), out var written, default, CultureInfo.InvariantCulture);
        length += written;
    }

    public void Append(decimal value, string format)
    {
        value.TryFormat(Reserve(64), out var written, format, CultureInfo.InvariantCulture);
        length += written;
    }

    public readonly void Dispose()
    {
        if (rented is not null)
        {
            ArrayPool<char>.Shared.Return(rented);
        }
    }

    private Span<char> Reserve(int more)
    {
        if (text.Length - length < more)
        {
            var larger = ArrayPool<char>.Shared.Rent(Math.Max(2 * text.Length, length + more));
            Text.CopyTo(larger);
            Dispose();
            text = rented = larger;
        }

        return text[length..];
    }
}
