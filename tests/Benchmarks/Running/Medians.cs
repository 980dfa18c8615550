namespace Tracking.Benchmarks.Running;

internal static class Medians
{
    /// <summary>The middle one; of an even number the lower of both, so that it is always a figure that was measured.</summary>
    public static double Of(IEnumerable<double> values)
    {
        var all = values.Order().ToList();
        return all[(all.Count - 1) / 2];
    }
}
