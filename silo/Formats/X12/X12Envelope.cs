using Tracking.Formats.Edi;

namespace Tracking.Formats.X12;

/// <summary>Finds the delimiters that an interchange declares in its ISA. Counts elements, so that a line break inside does no harm.</summary>
internal static class X12Envelope
{
    private const int IsaElements = 16;
    private const int LongestIsa = 256;

    public static ReadOnlySpan<byte> SkipBlank(ReadOnlySpan<byte> message) =>
        (message.StartsWith("\uFEFF"u8) ? message[3..] : message).TrimStart(" \t\r\n\0"u8);

    /// <summary>Whether an interchange, a group or a set begins here.</summary>
    public static bool Begins(ReadOnlySpan<byte> message) => IsInterchange(message) || IsGroup(message) || IsSet(message);

    public static bool IsInterchange(ReadOnlySpan<byte> message) => message.Length > 20 && message.StartsWith("ISA"u8) && IsSeparator(message[3]);

    /// <summary>The delimiters; null where ISA breaks off.</summary>
    public static Delimiters? DelimitersOf(ReadOnlySpan<byte> message)
    {
        if (!IsInterchange(message))
        {
            // Without an envelope nothing declares them: what stands after the tag, and what the sets of most partners end with.
            var head = message[..Math.Min(message.Length, 4_096)];
            return new Delimiters(message[2], (byte)'>', 0, head.Contains((byte)'~') ? (byte)'~' : head.Contains((byte)'\n') ? (byte)'\n' : (byte)'\r');
        }

        var separator = message[3];
        var at = 3;
        for (var element = 1; element < IsaElements; element++)
        {
            var next = message[(at + 1)..Math.Min(message.Length, LongestIsa)].IndexOf(separator);
            if (next < 0)
            {
                return null;
            }

            at += 1 + next;
        }

        // A line break may stand before the last element, which is one character.
        var last = at + 1;
        while (last < message.Length && message[last] is (byte)'\r' or (byte)'\n')
        {
            last++;
        }

        return last + 1 < message.Length ? new Delimiters(separator, message[last], 0, message[last + 1]) : null;
    }

    private static bool IsGroup(ReadOnlySpan<byte> message) => message.Length > 10 && message.StartsWith("GS"u8) && IsSeparator(message[2]);

    private static bool IsSet(ReadOnlySpan<byte> message) =>
        message.Length > 8 && message.StartsWith("ST"u8) && IsSeparator(message[2])
        && message[3..6].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0 && message[6] == message[2];

    private static bool IsSeparator(byte value) => value < 0x80 && !char.IsAsciiLetterOrDigit((char)value) && value is not ((byte)' ' or (byte)'\r' or (byte)'\n' or 0);
}
