using System.Globalization;
using Tracking.Grains.Leases;
using Tracking.Journal.Deadlines;

namespace Tracking.Grains.Deadlines;

/// <summary>Which silo wakes which bucket of deadlines.</summary>
internal static class DeadlineShares
{
    /// <summary>The buckets of a silo.</summary>
    /// <param name="silo">The silo.</param>
    /// <param name="living">Silos with a valid lease.</param>
    public static ImmutableArray<int> Of(string silo, IReadOnlyCollection<string> living) =>
        [.. Enumerable.Range(0, IDeadlineStore.Buckets).Where(bucket => WorkShares.OwnerOf(bucket.ToString(CultureInfo.InvariantCulture), living) == silo)];
}
