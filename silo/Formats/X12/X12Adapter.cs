using Tracking.Formats.Adapters;
using Tracking.Formats.Edi;

namespace Tracking.Formats.X12;

/// <summary>
/// Reads interchanges of ASC X12 with 214 (shipment status), 315 (ocean status) and 350 (customs status); also single sets
/// without an envelope. Answers with 997 or, from release 5010 on, 999, and with TA1 where it is asked for.
/// </summary>
public sealed class X12Adapter : IAdapter
{
    /// <inheritdoc/>
    public string Name => "x12";

    /// <inheritdoc/>
    public string Title => "ASC X12 interchanges: 214, 315, 350";

    /// <inheritdoc/>
    public int MostBytes => 16 * 1024 * 1024;

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> message) => X12Envelope.Begins(X12Envelope.SkipBlank(message));

    /// <inheritdoc/>
    public MessageReading Read(ReadOnlyMemory<byte> message, MessageContext context)
    {
        var findings = new Findings(this, message.Span, context);
        var text = X12Envelope.SkipBlank(message.Span);
        if (!X12Envelope.Begins(text) || X12Envelope.DelimitersOf(text) is not { } delimiters)
        {
            findings.Complain("segment 1", "begins no interchange", "Begin with ISA and its 16 elements, or with ST for a single set.");
            return findings.ToReading();
        }

        var interchange = new X12Interchange(findings);
        var segments = new SegmentReader(text, delimiters);
        while (true)
        {
            // Another interchange may follow with delimiters of its own.
            var next = X12Envelope.SkipBlank(segments.Rest);
            if (segments.Number > 0 && X12Envelope.IsInterchange(next) && X12Envelope.DelimitersOf(next) is { } others)
            {
                segments.Rest = next;
                segments.Delimiters = others;
            }

            if (!segments.Next(out var segment))
            {
                break;
            }

            interchange.Take(segment);
        }

        interchange.End();
        return findings.ToReading(interchange.Acknowledge());
    }
}
