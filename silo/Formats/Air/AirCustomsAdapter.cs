using System.Buffers;
using Tracking.Contracts.Facts;
using Tracking.Formats.Adapters;
using Tracking.Formats.Codes;

namespace Tracking.Formats.Air;

/// <summary>
/// Reads messages of US air customs as text: FSN (freight status notification, binds), FSI and FSC (the same as a copy or
/// an answer, inform) and PSN and PER (screening before departure). One body may hold many messages.
/// </summary>
public sealed class AirCustomsAdapter : IAdapter
{
    /// <summary>The codes of CSN in FSN, FSI and FSC.</summary>
    public static DecisionTable Codes { get; } = DecisionTable.Load("us-air csn", "air.txt");

    /// <summary>The codes of CSN in PSN and PER.</summary>
    public static DecisionTable ScreeningCodes { get; } = DecisionTable.Load("us-acas csn", "acas.txt");

    private static readonly SearchValues<byte> LineEnds = SearchValues.Create("\r\n"u8);

    /// <inheritdoc/>
    public string Name => "us-air";

    /// <inheritdoc/>
    public string Title => "US air customs: FSN, FSI, FSC, PSN, PER";

    /// <inheritdoc/>
    public int MostBytes => 4 * 1024 * 1024;

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> message)
    {
        // The identifier may stand below the address lines of a teletype.
        for (var line = 0; line < 8 && !message.IsEmpty; line++)
        {
            var text = NextLine(ref message);
            if (AirMessage.IdentifierOf(text) is not null)
            {
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc/>
    public MessageReading Read(ReadOnlyMemory<byte> message, MessageContext context)
    {
        var findings = new Findings(this, message.Span, context);
        var rest = message.Span;
        AirMessage? current = null;
        for (var line = 1; !rest.IsEmpty; line++)
        {
            var text = NextLine(ref rest);
            if (text.IsEmpty)
            {
                continue;
            }

            if (AirMessage.IdentifierOf(text) is { } identifier)
            {
                current?.End();
                current = new AirMessage(identifier, line, findings);
            }
            else
            {
                current?.Take(text, line);
            }
        }

        current?.End();
        if (current is null)
        {
            findings.Complain("line 1", "begins no message", "Begin each message with its identifier on a line of its own: FSN, FSI, FSC, PSN or PER.");
        }

        return findings.ToReading();
    }

    // A line ends with CR, LF or both; an empty line between counts, so that line numbers are those of an editor.
    private static ReadOnlySpan<byte> NextLine(ref ReadOnlySpan<byte> rest)
    {
        var end = rest.IndexOfAny(LineEnds);
        if (end < 0)
        {
            var last = rest;
            rest = default;
            return last.Trim(" \t"u8);
        }

        var line = rest[..end];
        var next = rest[end] == '\r' && end + 1 < rest.Length && rest[end + 1] == '\n' ? end + 2 : end + 1;
        rest = rest[next..];
        return line.Trim(" \t"u8);
    }
}
