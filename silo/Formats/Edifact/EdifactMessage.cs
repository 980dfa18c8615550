using Tracking.Contracts.Facts;
using Tracking.Formats.Adapters;
using Tracking.Formats.Edi;
using Tracking.Formats.Places;

namespace Tracking.Formats.Edifact;

/// <summary>Reads the segments of one kind of message between UNH and UNT.</summary>
internal abstract class EdifactMessage(Findings findings)
{
    protected Findings Findings { get; } = findings;

    /// <summary>Takes a segment.</summary>
    public abstract void Take(in Segment segment);

    /// <summary>Ends the message.</summary>
    public virtual void End()
    {
    }

    /// <summary>The place of a LOC: a UN/LOCODE unless it names another list; else what the table of airports has.</summary>
    protected static Place? PlaceOf(in Segment segment) =>
        PlaceCodes.Locode(segment.Text(2)) ?? PlaceCodes.Airport(segment.Text(2)) ?? (PlaceCodes.Country(segment.Text(2)) is { } country ? new Place(country) : null);

    /// <summary>The carrier of a TDT by its SCAC or its letters; null where it has none.</summary>
    protected static string? CarrierOf(in Segment segment) =>
        segment.Text(5) is { Length: >= 2 and <= 4 } code && code.All(char.IsAsciiLetterOrDigit) ? code : null;
}
