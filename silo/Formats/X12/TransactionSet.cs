using Tracking.Contracts.Facts;
using Tracking.Formats.Adapters;
using Tracking.Formats.Edi;
using Tracking.Formats.Places;

namespace Tracking.Formats.X12;

/// <summary>Reads the segments of one kind of set between ST and SE.</summary>
internal abstract class TransactionSet(Findings findings, SetReport report)
{
    protected Findings Findings { get; } = findings;

    /// <summary>Takes a segment.</summary>
    public abstract void Take(in Segment segment);

    /// <summary>Ends the set.</summary>
    public virtual void End()
    {
    }

    /// <summary>Complains about an element, for people and for the acknowledgement.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="element">The element, from 1.</param>
    /// <param name="code">Element 723: 1 missing, 6 invalid character, 7 invalid code, 8 invalid date, 9 invalid time.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="remedy">What to do.</param>
    protected void Fault(in Segment segment, int element, int code, string message, string remedy)
    {
        Findings.Complain(segment.Where, message, remedy);
        report.Add(new SegmentFault(segment.TagText, report.Segments, element, code));
    }

    /// <summary>The place of a location identifier by its qualifier (element 309).</summary>
    /// <param name="qualifier">UN or U for a UN/LOCODE, D and K for codes of US customs, IA for an airport.</param>
    /// <param name="code">The code.</param>
    protected static Place? PlaceOf(string? qualifier, string? code) => qualifier switch
    {
        "UN" or "U" => PlaceCodes.Locode(code),
        "D" => PlaceCodes.CbpPort(code),
        "IA" => PlaceCodes.Airport(code),
        _ => null,
    };
}
