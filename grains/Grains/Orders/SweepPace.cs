namespace Tracking.Grains.Orders;

/// <summary>Sweeps give way: after each page they rest for as long as the page took, so that scans keep at least half of what sweeps could take.</summary>
internal static class SweepPace
{
    /// <summary>Shipments looked at together.</summary>
    public const int Page = 500;

    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(1);

    /// <summary>Rests after a page.</summary>
    public static Task RestAsync(TimeProvider time, long startedAt, CancellationToken cancellationToken)
    {
        var took = time.GetElapsedTime(startedAt);
        return Task.Delay(took < LongestRest ? took : LongestRest, time, cancellationToken);
    }
}
