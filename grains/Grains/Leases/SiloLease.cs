using Microsoft.Extensions.Logging;
using Orleans.Runtime;
using Tracking.Journal;

namespace Tracking.Grains.Leases;

/// <summary>
/// Renews the silo's lease row every second. Validity is counted from before the renewal was sent, on the monotonic clock:
/// wall clocks are never compared, and a pause of the process runs against it.
/// </summary>
internal sealed partial class SiloLease(IJournalStore store, ILocalSiloDetails silo, TimeProvider time, ILogger<SiloLease> logger) : ISiloLease, ILifecycleParticipant<ISiloLifecycle>, IDisposable
{
    // Shorter than the shortest time in which the cluster evicts a silo that does not answer.
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private readonly Guid incarnation = Guid.NewGuid();
    private readonly CancellationTokenSource stopping = new();
    private long validUntil = long.MinValue;
    private Task renewing = Task.CompletedTask;

    public bool IsValid => time.GetTimestamp() < Volatile.Read(ref validUntil);

    public void Participate(ISiloLifecycle lifecycle) =>
        lifecycle.Subscribe(nameof(SiloLease), ServiceLifecycleStage.RuntimeGrainServices, StartAsync, StopAsync);

    public void Dispose() => stopping.Dispose();

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        await RenewAsync(cancellationToken);
        renewing = KeepRenewingAsync();
    }

    private async Task StopAsync(CancellationToken cancellationToken)
    {
        await stopping.CancelAsync();
        await renewing;
        Volatile.Write(ref validUntil, long.MinValue);
    }

    private async Task KeepRenewingAsync()
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stopping.Token))
            {
                await TryRenewAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // Stopping.
        }
    }

    private async Task TryRenewAsync()
    {
        try
        {
            await RenewAsync(stopping.Token);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Not renewed: it runs out by itself, and clearance answers unknown from then on.
            LogNotRenewed(exception, silo.Name);
        }
    }

    private async Task RenewAsync(CancellationToken cancellationToken)
    {
        var sentAt = time.GetTimestamp();
        if (await store.RenewLeaseAsync(silo.Name, incarnation, Length, cancellationToken))
        {
            Volatile.Write(ref validUntil, sentAt + (long)(Length.TotalSeconds * time.TimestampFrequency));
        }
        else
        {
            Volatile.Write(ref validUntil, long.MinValue);
            LogTaken(silo.Name);
        }
    }

    [LoggerMessage(EventId = 2101, Level = LogLevel.Warning, Message = "The lease of silo {Silo} was not renewed.")]
    private partial void LogNotRenewed(Exception exception, string silo);

    [LoggerMessage(EventId = 2102, Level = LogLevel.Error, Message = "The lease of silo {Silo} was taken by another run of it; clearance answers unknown.")]
    private partial void LogTaken(string silo);
}
