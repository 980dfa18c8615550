using Tracking.Formats.Adapters;
using Tracking.Formats.Edi;

namespace Tracking.Formats.X12;

/// <summary>Follows the frames of an interchange: ISA, GS, ST and their trailers. A broken frame takes its own set with it and no other.</summary>
internal sealed class X12Interchange(Findings findings)
{
    private readonly List<InterchangeReport> _interchanges = [];
    private InterchangeReport? _interchange;
    private GroupReport? _group;
    private SetReport? _set;
    private TransactionSet? _reader;
    private int _factsBefore;
    private int _understoodBefore;

    public void Take(in Segment segment)
    {
        if (segment.Is("ISA"u8))
        {
            BeginInterchange(segment);
        }
        else if (segment.Is("GS"u8))
        {
            BeginGroup(segment);
        }
        else if (segment.Is("ST"u8))
        {
            BeginSet(segment);
        }
        else if (segment.Is("SE"u8))
        {
            EndSet(segment);
        }
        else if (segment.Is("GE"u8))
        {
            EndGroup(segment);
        }
        else if (segment.Is("IEA"u8))
        {
            EndInterchange(segment);
        }
        else if (_set is not null)
        {
            _set.Segments++;
            _reader?.Take(segment);
        }
        else if (!segment.Is("TA1"u8))
        {
            findings.Complain(segment.Where, "stands outside a transaction set", "Put every segment between ST and SE.");
        }
    }

    /// <summary>Ends what was not ended.</summary>
    public void End()
    {
        BreakSet("end", 2);
        if (_group is not null && _interchange?.Isa.Length > 0)
        {
            findings.Complain("end", $"group {_group.Control} has no GE", "End each group with GE.");
            _group.Errors.Add(3);
        }

        if (_interchange?.Isa.Length > 0)
        {
            findings.Complain("end", "interchange has no IEA", "End the interchange with IEA; it may have been cut off.");
            _interchange.Note = "023";
        }
    }

    public ReadOnlyMemory<byte> Acknowledge() => X12Acknowledgement.Write(_interchanges, findings.Context.ReceivedAt);

    private void BeginInterchange(in Segment segment)
    {
        BreakSet(segment.Where, 2);
        var isa = new string[17];
        for (var i = 0; i < isa.Length; i++)
        {
            isa[i] = i == 0 ? "ISA" : segment.WholeText(i) ?? "";
        }

        _interchange = new InterchangeReport { Isa = isa, Element = segment.Delimiters.Element, Component = segment.Delimiters.Component, Terminator = segment.Delimiters.Terminator };
        _interchanges.Add(_interchange);
        _group = null;
    }

    private void BeginGroup(in Segment segment)
    {
        BreakSet(segment.Where, 2);
        _group = new GroupReport(segment.Text(1) ?? "", segment.Text(6) ?? "", segment.Text(8));
        Sender = segment.Text(2);
        (_interchange ??= new InterchangeReport()).Groups.Add(_group);
    }

    /// <summary>The sender that the group names.</summary>
    private string? Sender { get; set; }

    private void BeginSet(in Segment segment)
    {
        BreakSet(segment.Where, 2);
        var id = segment.Text(1) ?? "";
        _set = new SetReport(id, segment.Text(2) ?? "") { Segments = 1 };
        _group?.Sets.Add(_set);
        (_factsBefore, _understoodBefore) = (findings.Facts, findings.Understood);
        _reader = id switch
        {
            "214" => new ShipmentStatus214(findings, _set),
            "315" => new OceanStatus315(findings, _set, Sender),
            "350" => new CustomsStatus350(findings, _set),
            _ => null,
        };
        if (_reader is null && _group is not { IsAcknowledgement: true })
        {
            findings.Complain(segment.Where, $"begins a transaction set {id}, which is not read here", "Send 214, 315 or 350.");
            _set.Errors.Add(1);
        }
    }

    private void EndSet(in Segment segment)
    {
        if (_set is not { } set)
        {
            findings.Complain(segment.Where, "ends a set that did not begin", "Begin each set with ST.");
            return;
        }

        set.Segments++;
        if (_reader is not null)
        {
            _reader.End();
            findings.Understood++;
        }

        if (segment.Whole(1) != set.Segments)
        {
            findings.Complain(segment.Where, $"counts {segment.Text(1)} segments, but there are {set.Segments}", "Send the set again whole: nothing of it was taken.");
            Reject(set, 4);
        }

        if ((segment.Text(2) ?? "") != set.Control)
        {
            findings.Complain(segment.Where, $"names set {segment.Text(2)}, but {set.Control} began", "Send the set again whole: nothing of it was taken.");
            Reject(set, 3);
        }

        (_set, _reader) = (null, null);
    }

    // What begins inside a set that did not end breaks it.
    private void BreakSet(string where, int error)
    {
        if (_set is { } set)
        {
            findings.Complain(where, $"set {set.Control} has no SE", "End each set with SE: nothing of this one was taken.");
            Reject(set, error);
            (_set, _reader) = (null, null);
        }
    }

    private void Reject(SetReport set, int error)
    {
        set.Errors.Add(error);
        findings.KeepFirst(_factsBefore);
        findings.Understood = _understoodBefore;
    }

    private void EndGroup(in Segment segment)
    {
        BreakSet(segment.Where, 2);
        if (_group is not { } group)
        {
            findings.Complain(segment.Where, "ends a group that did not begin", "Begin each group with GS.");
            return;
        }

        group.Included = segment.Whole(1);
        if (group.Included != group.Sets.Count)
        {
            findings.Complain(segment.Where, $"counts {segment.Text(1)} sets, but there are {group.Sets.Count}", "Check that the interchange arrived whole.");
            group.Errors.Add(5);
        }

        if ((segment.Text(2) ?? "") != group.Control)
        {
            findings.Complain(segment.Where, $"names group {segment.Text(2)}, but {group.Control} began", "Check that the interchange arrived whole.");
            group.Errors.Add(4);
        }

        _group = null;
    }

    private void EndInterchange(in Segment segment)
    {
        BreakSet(segment.Where, 2);
        if (_interchange is not { Isa.Length: > 0 } interchange)
        {
            findings.Complain(segment.Where, "ends an interchange that did not begin", "Begin each interchange with ISA.");
            return;
        }

        if (segment.Whole(1) != interchange.Groups.Count)
        {
            findings.Complain(segment.Where, $"counts {segment.Text(1)} groups, but there are {interchange.Groups.Count}", "Check that the interchange arrived whole.");
            interchange.Note = "021";
        }

        if ((segment.Text(2) ?? "").TrimStart('0') != interchange.Isa[13].TrimStart('0'))
        {
            findings.Complain(segment.Where, $"names interchange {segment.Text(2)}, but {interchange.Isa[13]} began", "Check that the interchange arrived whole.");
            interchange.Note = "001";
        }

        (_interchange, _group) = (null, null);
    }
}
