namespace Tracking.Domain.Deliveries;

/// <summary>When what failed is tried again.</summary>
public static class BackOff
{
    /// <summary>The wait after the first failure; each further one is twice as long.</summary>
    public static readonly TimeSpan First = TimeSpan.FromSeconds(5);

    /// <summary>The longest wait.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>The wait after a failure: half of it is drawn, so that many that failed together do not come back together.</summary>
    /// <param name="failures">How many there were, from 1.</param>
    /// <param name="drawn">A number drawn from 0 up to 1.</param>
    public static TimeSpan After(int failures, double drawn)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(failures, 1);
        var whole = Math.Min(First.TotalSeconds * Math.Pow(2, Math.Min(failures - 1, 20)), Longest.TotalSeconds);
        return TimeSpan.FromSeconds((whole / 2) + (whole / 2 * drawn));
    }
}
