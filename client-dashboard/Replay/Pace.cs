namespace Tracking.Dashboard.Replay;

/// <summary>How fast recorded facts are played: so many a second, or recorded time times a factor, or flat out.</summary>
internal sealed record Pace
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);

    /// <summary>Facts a second; null: not limited.</summary>
    public double? Rate { get; init; }

    /// <summary>How many times faster than recorded; null: not by recorded time.</summary>
    public double? Speed { get; init; }

    /// <summary>Up to which fact everything is due.</summary>
    /// <param name="recording">The recording.</param>
    /// <param name="from">Where this run began.</param>
    /// <param name="position">The first fact that was not sent.</param>
    /// <param name="most">How many facts may be due at once.</param>
    /// <param name="elapsed">How long this run has lasted.</param>
    public int DueUpTo(IRecording recording, int from, int position, int most, TimeSpan elapsed)
    {
        var end = Math.Min(recording.Count, position + most);
        if (Rate is { } rate)
        {
            return (int)Math.Min(end, from + Math.Floor(elapsed.TotalSeconds * rate));
        }

        if (Speed is not { } speed)
        {
            return end;
        }

        var due = position;
        while (due < end && (recording[due].At - recording[from].At) / speed <= elapsed.Ticks)
        {
            due++;
        }

        return due;
    }

    /// <summary>How long nothing is due, given that nothing is now; at least a tick, so that facts travel in arrays.</summary>
    public TimeSpan UntilNext(IRecording recording, int from, int position, TimeSpan elapsed)
    {
        var at = Rate is { } rate
            ? TimeSpan.FromSeconds((position - from + 1) / rate)
            : TimeSpan.FromTicks((long)((recording[position].At - recording[from].At) / (Speed ?? 1)));
        var wait = at - elapsed;
        return wait < Tick ? Tick : wait;
    }
}
