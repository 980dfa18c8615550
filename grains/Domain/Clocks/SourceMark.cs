namespace Tracking.Domain.Clocks;

/// <summary>How well a row of the data is known.</summary>
public enum SourceMark : byte
{
    /// <summary>Seen in the source that the row cites: [s].</summary>
    Seen = 0,
    /// <summary>Seen, but for what the row's note names: [s, in part g].</summary>
    Partly = 1,
    /// <summary>General knowledge, not seen in a source: [g].</summary>
    General = 2,
}
