namespace Tracking.Formats.Edi;

/// <summary>The characters that part an interchange, as its envelope declares them.</summary>
/// <param name="Element">Between elements.</param>
/// <param name="Component">Between components of an element.</param>
/// <param name="Release">Before a character that stands for itself; 0 where there is none.</param>
/// <param name="Terminator">At the end of a segment.</param>
internal readonly record struct Delimiters(byte Element, byte Component, byte Release, byte Terminator)
{
    /// <summary>Whether line ends part segments; if not, they are only there for the eye.</summary>
    public bool LinesPart => Terminator is (byte)'\n' or (byte)'\r';
}
