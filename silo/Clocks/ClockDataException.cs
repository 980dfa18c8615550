namespace Tracking.Silo.Clocks;

/// <summary>The clocks' data cannot be used; every complaint names file, row, field and remedy.</summary>
/// <param name="complaints">The complaints, one sentence each.</param>
/// <param name="cause">What made the file unreadable, if that is it.</param>
public sealed class ClockDataException(IReadOnlyList<string> complaints, Exception? cause = null) : Exception(string.Join(Environment.NewLine, complaints), cause)
{
    /// <summary>The complaints, one sentence each.</summary>
    public IReadOnlyList<string> Complaints { get; } = complaints;
}
