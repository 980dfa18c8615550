using Orleans;

namespace Tracking.Dashboard.Hosting;

/// <summary>A dashboard that starts before its silos waits for them.</summary>
internal sealed class ConnectionRetry(TimeProvider time) : IClientConnectionRetryFilter
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public async Task<bool> ShouldRetryConnectionAttempt(Exception exception, CancellationToken cancellationToken)
    {
        await Task.Delay(Pause, time, cancellationToken);
        return true;
    }
}
