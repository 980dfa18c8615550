using System.IO.Hashing;
using System.Text;
using Tracking.Journal.Deadlines;

namespace Tracking.Grains.Deadlines;

/// <summary>
/// Which silo wakes which bucket of deadlines: each goes to the silo with a valid lease for which its hash is greatest, so
/// that all agree without talking, and a silo that comes or goes moves no more than its own share.
/// </summary>
internal static class DeadlineShares
{
    /// <summary>The buckets of a silo.</summary>
    /// <param name="silo">The silo.</param>
    /// <param name="living">Silos with a valid lease.</param>
    public static ImmutableArray<int> Of(string silo, IReadOnlyCollection<string> living) => living.Contains(silo)
        ? [.. Enumerable.Range(0, IDeadlineStore.Buckets).Where(bucket => living.MaxBy(other => (Weight(other, bucket), other)) == silo)]
        : [];

    private static ulong Weight(string silo, int bucket) => XxHash3.HashToUInt64(Encoding.UTF8.GetBytes($"{bucket}/{silo}"));
}
