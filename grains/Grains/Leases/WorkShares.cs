using System.IO.Hashing;
using System.Text;
using Orleans.Runtime;

namespace Tracking.Grains.Leases;

/// <summary>
/// Which silo does which piece of standing work: the one with a valid lease for which the work's hash is greatest, so that all
/// agree without talking, and a silo that comes or goes moves no more than its own share.
/// </summary>
public sealed class WorkShares
{
    private readonly LeaseWatch leases;
    private readonly string silo;

    internal WorkShares(LeaseWatch leases, ILocalSiloDetails silo) => (this.leases, this.silo) = (leases, silo.Name);

    /// <summary>The pieces of work that are this silo's now. For a moment two silos may both believe that one is theirs.</summary>
    /// <param name="work">Names of pieces of work.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<ImmutableArray<string>> OursAsync(IReadOnlyCollection<string> work, CancellationToken cancellationToken)
    {
        var living = (await leases.ReadAsync(cancellationToken)).ConvertAll(row => row.Silo);
        return [.. work.Where(name => OwnerOf(name, living) == silo)];
    }

    /// <summary>Whose a piece of work is; null where nobody lives.</summary>
    internal static string? OwnerOf(string work, IReadOnlyCollection<string> living) => living.MaxBy(other => (Weight(other, work), other));

    private static ulong Weight(string silo, string work) => XxHash3.HashToUInt64(Encoding.UTF8.GetBytes($"{work}/{silo}"));
}
