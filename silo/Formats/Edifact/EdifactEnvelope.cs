using Tracking.Formats.Edi;

namespace Tracking.Formats.Edifact;

/// <summary>Finds the delimiters of an interchange: those of UNA, those of syntax level B, or the usual ones.</summary>
internal static class EdifactEnvelope
{
    private const int ServiceString = 9;
    private const int Looked = 4_096;

    public static ReadOnlySpan<byte> SkipBlank(ReadOnlySpan<byte> message) =>
        (message.StartsWith("\uFEFF"u8) ? message[3..] : message).TrimStart(" \t\r\n\0"u8);

    /// <summary>Whether an interchange or a message begins here.</summary>
    public static bool Begins(ReadOnlySpan<byte> message) =>
        IsInterchange(message) || (message.Length > 10 && message.StartsWith("UNH"u8) && message[3] is (byte)'+' or 0x1D);

    public static bool IsInterchange(ReadOnlySpan<byte> message) =>
        message.Length > ServiceString && ((message.StartsWith("UNA"u8) && SkipServiceString(message).StartsWith("UN"u8)) || (message.StartsWith("UNB"u8) && !char.IsAsciiLetterOrDigit((char)message[3])));

    /// <summary>What comes after UNA, where there is one.</summary>
    public static ReadOnlySpan<byte> SkipServiceString(ReadOnlySpan<byte> message) =>
        message.Length > ServiceString && message.StartsWith("UNA"u8) ? SkipBlank(message[ServiceString..]) : message;

    public static Delimiters DelimitersOf(ReadOnlySpan<byte> message)
    {
        if (message.Length >= ServiceString && message.StartsWith("UNA"u8))
        {
            // A blank as release character means that there is none.
            return new Delimiters(message[4], message[3], message[6] == ' ' ? (byte)0 : message[6], message[8]);
        }

        if (message[3] == 0x1D)
        {
            return new Delimiters(0x1D, 0x1F, 0, 0x1C);
        }

        return new Delimiters(message[3], (byte)':', (byte)'?', EndsWithLines(message) ? (byte)'\n' : (byte)'\'');
    }

    // Some write a segment a line and leave the terminator out.
    private static bool EndsWithLines(ReadOnlySpan<byte> message)
    {
        var head = message[..Math.Min(message.Length, Looked)];
        var quote = head.IndexOf((byte)'\'');
        var line = head.IndexOf("\nUN"u8);
        line = line < 0 ? head.IndexOf("\nBGM"u8) : line;
        return line >= 0 && (quote < 0 || line < quote);
    }
}
