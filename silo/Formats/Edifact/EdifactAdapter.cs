using Tracking.Formats.Adapters;
using Tracking.Formats.Edi;

namespace Tracking.Formats.Edifact;

/// <summary>Reads interchanges of UN/EDIFACT with IFTSTA (transport status) and CUSRES (customs response); also single messages without an envelope. Answers with CONTRL.</summary>
public sealed class EdifactAdapter : IAdapter
{
    /// <inheritdoc/>
    public string Name => "edifact";

    /// <inheritdoc/>
    public string Title => "UN/EDIFACT interchanges: IFTSTA, CUSRES";

    /// <inheritdoc/>
    public int MostBytes => 16 * 1024 * 1024;

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> message) => EdifactEnvelope.Begins(EdifactEnvelope.SkipBlank(message));

    /// <inheritdoc/>
    public MessageReading Read(ReadOnlyMemory<byte> message, MessageContext context)
    {
        var findings = new Findings(this, message.Span, context);
        var text = EdifactEnvelope.SkipBlank(message.Span);
        if (!EdifactEnvelope.Begins(text))
        {
            findings.Complain("segment 1", "begins no interchange", "Begin with UNA or UNB, or with UNH for a single message.");
            return findings.ToReading();
        }

        var interchange = new EdifactInterchange(findings);
        var segments = new SegmentReader(EdifactEnvelope.SkipServiceString(text), EdifactEnvelope.DelimitersOf(text));
        while (true)
        {
            // Another interchange may follow with delimiters of its own.
            var next = EdifactEnvelope.SkipBlank(segments.Rest);
            if (segments.Number > 0 && EdifactEnvelope.IsInterchange(next))
            {
                segments.Delimiters = EdifactEnvelope.DelimitersOf(next);
                segments.Rest = EdifactEnvelope.SkipServiceString(next);
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
