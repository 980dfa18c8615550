using Tracking.Journal;

namespace Tracking.Grains.Leases;

/// <summary>
/// Since when this process has seen each lease unchanged, on its own monotonic clock. One that was not renewed for its full
/// length and a margin has run out, whatever its silo's clock says: it was renewed before it was seen.
/// </summary>
internal sealed class LeaseWatch(ILeaseStore store, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan DriftMargin = TimeSpan.FromMilliseconds(100);
    private readonly Dictionary<(string Silo, Guid Incarnation), (long Renewals, long Since)> seen = [];
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>The leases of silos that may answer now; those that have run out are revoked first.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<List<LeaseRow>> ReadAsync(CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            var rows = await store.ReadLeasesAsync(cancellationToken);

            // After the reading: a renewal that was read was sent before.
            var now = time.GetTimestamp();
            var valid = new List<LeaseRow>(rows.Length);
            foreach (var row in rows)
            {
                if (!HasRunOut(row, now) || !await store.RevokeAsync(row, cancellationToken))
                {
                    valid.Add(row);
                }
            }

            return valid;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private bool HasRunOut(LeaseRow row, long now)
    {
        var key = (row.Silo, row.Incarnation);
        if (!seen.TryGetValue(key, out var last) || last.Renewals != row.Renewals)
        {
            seen[key] = (row.Renewals, now);
            return false;
        }

        return time.GetElapsedTime(last.Since, now) > SiloLease.Length + DriftMargin;
    }
}
