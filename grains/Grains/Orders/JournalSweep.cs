using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Runtime;
using Tracking.Contracts.Access;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Orders;
using Tracking.Contracts.Statuses;
using Tracking.Grains.Leases;
using Tracking.Grains.Shipments;
using Tracking.Journal.Orders;

namespace Tracking.Grains.Orders;

/// <summary>
/// Writes orders into all streams that they concern and that no silo has written yet, one silo for each order, and ends those
/// whose time has run out. Goes on where it, or a silo that died, has stopped; done twice it changes nothing.
/// </summary>
internal sealed partial class JournalSweep(
    IOrderStore store, LeaseWatch leases, StandingOrders orders, OrderWriter writer, ILocalSiloDetails silo, TimeProvider time, ILogger<JournalSweep> logger) : BackgroundService
{
    private const int MostClaimed = 100;
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Claim = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Beat, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await ExpireAsync(stoppingToken);
                while (await SweepAsync(stoppingToken))
                {
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogNotSwept(exception);
            }
        }
    }

    private async Task ExpireAsync(CancellationToken cancellationToken)
    {
        var now = Now();
        foreach (var key in await store.ReadOverdueAsync(now, MostClaimed, cancellationToken))
        {
            await store.ChangeAsync(key, OrderChangeKind.Expired, Actor.System, null, null, now, cancellationToken);
        }
    }

    /// <summary>Whether there may be more at once.</summary>
    private async Task<bool> SweepAsync(CancellationToken cancellationToken)
    {
        var sweeps = await store.ClaimSweepsAsync(silo.Name, Now(), Until(), MostClaimed, cancellationToken);
        if (sweeps.IsEmpty)
        {
            return false;
        }

        await WaitForResidentsAsync(sweeps[^1].Epoch, cancellationToken);
        foreach (var sweep in await WithoutUnconcernedAsync(sweeps, cancellationToken))
        {
            await WalkAsync(sweep, cancellationToken);
        }

        return sweeps.Length == MostClaimed;
    }

    // Most orders concern nothing that is under way: those are done together, with one commit.
    private async Task<List<OrderSweepTask>> WithoutUnconcernedAsync(ImmutableArray<OrderSweepTask> sweeps, CancellationToken cancellationToken)
    {
        var startedAt = time.GetTimestamp();
        List<OrderSweepTask> concerned = [], unconcerned = [];
        foreach (var sweep in sweeps)
        {
            var isConcerned = sweep.Kind == OrderChangeKind.Cleared || !(await store.FindCandidatesAsync(sweep.Order, sweep.After, 1, cancellationToken)).IsEmpty;
            (isConcerned ? concerned : unconcerned).Add(sweep);
        }

        if (unconcerned.Count > 0)
        {
            await store.FinishSweepsAsync(unconcerned, cancellationToken);
        }

        await SweepPace.RestAsync(time, startedAt, cancellationToken);
        return concerned;
    }

    // Each silo writes its own shipments: who came between would make each of them read its stream again.
    private async Task WaitForResidentsAsync(long epoch, CancellationToken cancellationToken)
    {
        var startedAt = time.GetTimestamp();
        while ((await leases.ReadAsync(cancellationToken)).Exists(row => row.Swept < epoch) && time.GetElapsedTime(startedAt) < Patience)
        {
            await Task.Delay(Beat, time, cancellationToken);
        }
    }

    private async Task WalkAsync(OrderSweepTask sweep, CancellationToken cancellationToken)
    {
        if (sweep.Kind == OrderChangeKind.Cleared)
        {
            await writer.WriteAsync(await writer.LoadAsync([ShipmentNumber.Parse(sweep.Shipment!)], cancellationToken), cancellationToken);
            await store.SaveSweepAsync(sweep with { Matched = 1, Written = 1 }, Until(), done: true, cancellationToken);
            return;
        }

        for (var done = false; !done;)
        {
            var startedAt = time.GetTimestamp();
            var page = await store.FindCandidatesAsync(sweep.Order, sweep.After, SweepPace.Page, cancellationToken);
            done = page.Length < SweepPace.Page;
            sweep = await WritePageAsync(sweep, page, cancellationToken);
            await store.SaveSweepAsync(sweep, Until(), done, cancellationToken);
            await SweepPace.RestAsync(time, startedAt, cancellationToken);
        }
    }

    private async Task<OrderSweepTask> WritePageAsync(OrderSweepTask sweep, ImmutableArray<OrderCandidate> page, CancellationToken cancellationToken)
    {
        var (order, places) = (sweep.Order.Order, sweep.Kind == OrderChangeKind.Placed);
        var isHold = order.Effect is OrderEffect.Hold or OrderEffect.Stop;
        var streams = await writer.LoadAsync(page.Where(c => NeedsLook(c, places, isHold)).Select(c => c.Number), cancellationToken);
        if (order.Effect != OrderEffect.Watch)
        {
            await writer.WriteAsync(streams, cancellationToken);
        }

        var settled = places && isHold ? page.Count(c => c.Held) : 0;
        var concerned = settled + streams.Count(s => IsConcerned(s, order, places));
        return sweep with
        {
            After = page.IsEmpty ? sweep.After : page[^1].Stream,
            Matched = places || !isHold ? sweep.Matched + concerned : sweep.Matched,
            Written = order.Effect == OrderEffect.Watch ? 0 : sweep.Written + concerned,
        };
    }

    private static bool NeedsLook(OrderCandidate candidate, bool places, bool isHold) =>
        places ? !candidate.Held && !candidate.Status.IsTerminal() : !isHold || candidate.Held;

    private bool IsConcerned(ShipmentStream stream, StandingOrder order, bool places) => order.Effect == OrderEffect.Watch
        ? places && orders.Matching(stream.State).Exists(o => o.Order.Key == order.Key)
        : stream.State.Orders.TryGetValue(order.Key, out var mark) && mark.FreedAt is null == places;

    private long Now() => ReportedTime.From(time.GetUtcNow()).Microseconds;

    private long Until() => Now() + (long)Claim.TotalMicroseconds;

    [LoggerMessage(EventId = 2202, Level = LogLevel.Warning, Message = "Standing orders are not written into all streams that they concern yet.")]
    private partial void LogNotSwept(Exception exception);
}
