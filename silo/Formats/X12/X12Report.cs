namespace Tracking.Formats.X12;

/// <summary>What is acknowledged about one set.</summary>
internal sealed class SetReport(string id, string control)
{
    private const int MostFaults = 20;

    public string Id { get; } = id;

    public string Control { get; } = control;

    /// <summary>Segments so far, ST included.</summary>
    public int Segments { get; set; }

    /// <summary>Why the set is rejected: codes of element 718.</summary>
    public List<int> Errors { get; } = [];

    public List<SegmentFault> Faults { get; } = [];

    /// <summary>A set whose segments have faults is accepted without them; one whose frame is broken is rejected.</summary>
    public char Code => Errors.Count > 0 ? 'R' : Faults.Count > 0 ? 'E' : 'A';

    public void Add(SegmentFault fault)
    {
        if (Faults.Count < MostFaults)
        {
            Faults.Add(fault);
        }
    }
}

/// <summary>A fault in a segment.</summary>
/// <param name="Tag">Its tag.</param>
/// <param name="Position">Its position in the set, ST being 1.</param>
/// <param name="Element">The element, from 1; 0 where the segment as a whole is meant.</param>
/// <param name="Code">Element 723 for an element, 720 for a segment.</param>
internal readonly record struct SegmentFault(string Tag, int Position, int Element, int Code);

/// <summary>What is acknowledged about one group.</summary>
internal sealed class GroupReport(string function, string control, string? version)
{
    public string Function { get; } = function;

    public string Control { get; } = control;

    /// <summary>Version of the standard, for example 004010; null where the group does not say.</summary>
    public string? Version { get; } = version;

    public List<SetReport> Sets { get; } = [];

    /// <summary>How many sets the trailer counts; null where it is missing or not readable.</summary>
    public int? Included { get; set; }

    /// <summary>Codes of element 716.</summary>
    public List<int> Errors { get; } = [];

    /// <summary>Acknowledgements are never acknowledged.</summary>
    public bool IsAcknowledgement => Function == "FA";
}

/// <summary>What is acknowledged about one interchange.</summary>
internal sealed class InterchangeReport
{
    /// <summary>The elements of its ISA, from 1.</summary>
    public string[] Isa { get; init; } = [];

    public List<GroupReport> Groups { get; } = [];

    /// <summary>The note of TA1 (element I18): 000 without fault.</summary>
    public string Note { get; set; } = "000";

    public bool WantsTa1 => Isa.Length > 14 && Isa[14] == "1";

    public byte Element { get; init; }

    public byte Component { get; init; }

    public byte Terminator { get; init; }
}
