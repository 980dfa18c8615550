using Microsoft.Extensions.Logging;
using Orleans.Runtime;
using Tracking.Grains.Orders;
using Tracking.Journal;

namespace Tracking.Grains.Leases;

/// <summary>
/// Keeps the silo's standing orders current and its lease renewed: at once when orders came, otherwise every second.
/// Validity is counted from before the renewal was sent, on the monotonic clock: wall clocks are never compared, and a pause
/// of the process runs against it.
/// </summary>
internal sealed partial class SiloLease(
    ILeaseStore store, StandingOrders orders, SweptEpoch swept, LeaseWatch watch, ILocalSiloDetails silo, TimeProvider time, ILogger<SiloLease> logger)
    : ISiloLease, ILifecycleParticipant<ISiloLifecycle>, IDisposable
{
    /// <summary>How long a lease is valid: shorter than the shortest time in which the cluster evicts a silo that does not answer.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    // How long an order waits at most until this silo looks for it.
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(25);
    private readonly Guid incarnation = Guid.NewGuid();
    private readonly CancellationTokenSource stopping = new();
    private readonly SemaphoreSlim hint = new(0, 1);
    private long validUntil = long.MinValue;
    private long renewedAt;
    private long sweptTold;
    private bool failing;
    private Task keeping = Task.CompletedTask;

    public bool IsValid => time.GetTimestamp() < Volatile.Read(ref validUntil);

    public void Participate(ISiloLifecycle lifecycle) =>
        lifecycle.Subscribe(nameof(SiloLease), ServiceLifecycleStage.RuntimeGrainServices, StartAsync, StopAsync);

    /// <summary>Says that an order was committed: it is looked for now.</summary>
    public void Hint()
    {
        try
        {
            hint.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is looked for anyway.
        }
    }

    public void Dispose()
    {
        stopping.Dispose();
        hint.Dispose();
    }

    // The row first: whoever places an order from now on waits for this silo, and what was placed before is read.
    private async Task StartAsync(CancellationToken cancellationToken)
    {
        await store.EnterAsync(silo.Name, incarnation, cancellationToken);
        await orders.LoadAsync(cancellationToken);
        swept.Reach(orders.Epoch);
        await RenewAsync(cancellationToken);
        keeping = KeepAsync();
    }

    private async Task StopAsync(CancellationToken cancellationToken)
    {
        await stopping.CancelAsync();
        await keeping;
        Volatile.Write(ref validUntil, long.MinValue);
    }

    private async Task KeepAsync()
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                if (await orders.RefreshAsync(stopping.Token) || swept.Epoch != sweptTold || time.GetElapsedTime(renewedAt) >= Interval)
                {
                    await RenewAsync(stopping.Token);
                }

                failing = false;
                await WaitAsync(Beat);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                await FailAsync(exception);
            }
        }
    }

    // Not renewed: it runs out by itself, and clearance answers unknown from then on.
    private async Task FailAsync(Exception exception)
    {
        if (!failing)
        {
            LogNotRenewed(exception, silo.Name);
        }

        failing = true;
        try
        {
            await WaitAsync(TimeSpan.FromMilliseconds(250));
        }
        catch (OperationCanceledException)
        {
            // Stopping.
        }
    }

    private async Task WaitAsync(TimeSpan most)
    {
        using var beat = new CancellationTokenSource(most, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(beat.Token, stopping.Token);
        try
        {
            await hint.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            // The next beat.
        }
    }

    private async Task RenewAsync(CancellationToken cancellationToken)
    {
        for (; ; )
        {
            var (sentAt, sweptNow) = (time.GetTimestamp(), swept.Epoch);
            switch (await store.RenewAsync(silo.Name, incarnation, orders.Epoch, sweptNow, cancellationToken))
            {
                case LeaseAnswer.Granted:
                    Volatile.Write(ref validUntil, sentAt + (long)(Length.TotalSeconds * time.TimestampFrequency));
                    (renewedAt, sweptTold) = (sentAt, sweptNow);
                    await watch.ReadAsync(cancellationToken);
                    return;
                case LeaseAnswer.Behind:
                    await orders.RefreshAsync(cancellationToken);
                    break;
                case LeaseAnswer.Revoked:
                    // As at the start: the row, then the orders.
                    Volatile.Write(ref validUntil, long.MinValue);
                    await store.EnterAsync(silo.Name, incarnation, cancellationToken);
                    await orders.RefreshAsync(cancellationToken);
                    break;
                default:
                    Volatile.Write(ref validUntil, long.MinValue);
                    renewedAt = sentAt;
                    LogTaken(silo.Name);
                    return;
            }
        }
    }

    [LoggerMessage(EventId = 2101, Level = LogLevel.Warning, Message = "The lease of silo {Silo} was not renewed.")]
    private partial void LogNotRenewed(Exception exception, string silo);

    [LoggerMessage(EventId = 2102, Level = LogLevel.Error, Message = "The lease of silo {Silo} was taken by another run of it; clearance answers unknown.")]
    private partial void LogTaken(string silo);
}
