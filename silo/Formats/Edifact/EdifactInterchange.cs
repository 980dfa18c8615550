using Tracking.Formats.Adapters;
using Tracking.Formats.Edi;

namespace Tracking.Formats.Edifact;

/// <summary>Follows the frames of an interchange: UNB, UNG, UNH and their trailers. A broken frame takes its own message with it and no other.</summary>
internal sealed class EdifactInterchange(Findings findings)
{
    /// <summary>DE 0085: missing.</summary>
    private const int Missing = 13;

    /// <summary>DE 0085: value not supported in this position.</summary>
    private const int NotSupported = 14;

    /// <summary>DE 0085: references do not match.</summary>
    private const int ReferencesDiffer = 28;

    /// <summary>DE 0085: control count does not match.</summary>
    private const int CountsDiffer = 29;

    private readonly List<InterchangeReport> _interchanges = [];
    private InterchangeReport? _interchange;
    private MessageReport? _message;
    private EdifactMessage? _reader;
    private int _factsBefore;
    private int _understoodBefore;

    public void Take(in Segment segment)
    {
        if (segment.Is("UNB"u8))
        {
            BeginInterchange(segment);
        }
        else if (segment.Is("UNH"u8))
        {
            BeginMessage(segment);
        }
        else if (segment.Is("UNT"u8))
        {
            EndMessage(segment);
        }
        else if (segment.Is("UNZ"u8))
        {
            EndInterchange(segment);
        }
        else if (segment.Is("UNG"u8) || segment.Is("UNE"u8))
        {
            BreakMessage(segment.Where);
        }
        else if (_message is not null)
        {
            _message.Segments++;
            _reader?.Take(segment);
        }
        else
        {
            findings.Complain(segment.Where, "stands outside a message", "Put every segment between UNH and UNT.");
        }
    }

    /// <summary>Ends what was not ended.</summary>
    public void End()
    {
        BreakMessage("end");
        if (_interchange is not null)
        {
            findings.Complain("end", "interchange has no UNZ", "End the interchange with UNZ; it may have been cut off.");
            _interchange.Error = Missing;
        }
    }

    public ReadOnlyMemory<byte> Acknowledge() => EdifactAcknowledgement.Write(_interchanges, findings.Context.ReceivedAt);

    private void BeginInterchange(in Segment segment)
    {
        BreakMessage(segment.Where);
        _interchange = new InterchangeReport
        {
            Syntax = [segment.Text(1), segment.Text(1, 1)],
            Sender = [segment.Text(2), segment.Text(2, 1)],
            Recipient = [segment.Text(3), segment.Text(3, 1)],
            Reference = segment.Text(5) ?? "",
        };
        _interchanges.Add(_interchange);
    }

    private void BeginMessage(in Segment segment)
    {
        BreakMessage(segment.Where);
        var type = segment.Text(2);
        _message = new MessageReport(segment.Text(1) ?? "", [type, segment.Text(2, 1), segment.Text(2, 2), segment.Text(2, 3), segment.Text(2, 4)]) { Segments = 1 };
        _interchange?.Messages.Add(_message);
        (_factsBefore, _understoodBefore) = (findings.Facts, findings.Understood);
        _reader = type switch
        {
            "IFTSTA" => new TransportStatusMessage(findings),
            "CUSRES" => new CustomsResponseMessage(findings, _interchange?.Sender[0], _message.Reference),
            _ => null,
        };
        if (_reader is null && type != "CONTRL")
        {
            findings.Complain(segment.Where, $"begins a message {type}, which is not read here", "Send IFTSTA or CUSRES.");
            _message.Error = NotSupported;
        }
    }

    private void EndMessage(in Segment segment)
    {
        if (_message is not { } message)
        {
            findings.Complain(segment.Where, "ends a message that did not begin", "Begin each message with UNH.");
            return;
        }

        message.Segments++;
        if (_reader is not null)
        {
            _reader.End();
            findings.Understood++;
        }

        if (segment.Whole(1) != message.Segments)
        {
            findings.Complain(segment.Where, $"counts {segment.Text(1)} segments, but there are {message.Segments}", "Send the message again whole: nothing of it was taken.");
            Reject(message, CountsDiffer);
        }

        if ((segment.Text(2) ?? "") != message.Reference)
        {
            findings.Complain(segment.Where, $"names message {segment.Text(2)}, but {message.Reference} began", "Send the message again whole: nothing of it was taken.");
            Reject(message, ReferencesDiffer);
        }

        (_message, _reader) = (null, null);
    }

    private void BreakMessage(string where)
    {
        if (_message is { } message)
        {
            findings.Complain(where, $"message {message.Reference} has no UNT", "End each message with UNT: nothing of this one was taken.");
            Reject(message, Missing);
            (_message, _reader) = (null, null);
        }
    }

    private void Reject(MessageReport message, int error)
    {
        message.Error ??= error;
        findings.KeepFirst(_factsBefore);
        findings.Understood = _understoodBefore;
    }

    private void EndInterchange(in Segment segment)
    {
        BreakMessage(segment.Where);
        if (_interchange is not { } interchange)
        {
            findings.Complain(segment.Where, "ends an interchange that did not begin", "Begin each interchange with UNB.");
            return;
        }

        if ((segment.Text(2) ?? "") != interchange.Reference)
        {
            findings.Complain(segment.Where, $"names interchange {segment.Text(2)}, but {interchange.Reference} began", "Check that the interchange arrived whole.");
            interchange.Error = ReferencesDiffer;
        }

        _interchange = null;
    }
}
