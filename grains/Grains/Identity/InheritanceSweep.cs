using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tracking.Contracts.Orders;
using Tracking.Journal.Identity;
using Tracking.Journal.Orders;

namespace Tracking.Grains.Identity;

/// <summary>
/// Follows what becomes of orders on sellers who are linked to others, and of links whose silo died before it had placed
/// what follows from them. Every silo does it; where it has got to is kept in the journal.
/// </summary>
internal sealed partial class InheritanceSweep(
    IIdentityStore store, IOrderStore orders, OrderInheritance inheritance, TimeProvider time, ILogger<InheritanceSweep> logger) : BackgroundService
{
    private const int MostPending = 100;
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Beat, time);
        while (await NextAsync(timer, stoppingToken))
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                // The journal is away, or no order comes into force: nothing is lost, the next beat does it.
                Failed(exception);
            }
        }
    }

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        var pending = await store.ReadPendingAsync(MostPending, cancellationToken);
        if (!pending.IsEmpty)
        {
            await inheritance.BringUpAsync(pending, cancellationToken);
        }

        var after = await store.ReadFollowedAsync(cancellationToken);
        if (await orders.ReadEpochAsync(cancellationToken) <= after)
        {
            return;
        }

        var changes = await orders.ReadChangesAsync(after, cancellationToken);
        foreach (var change in changes)
        {
            if (change.Kind is OrderChangeKind.Placed or OrderChangeKind.Lifted or OrderChangeKind.Expired && change.Order.Order.Matches.Seller is { } seller)
            {
                await inheritance.BringUpAsync([seller], cancellationToken);
            }
        }

        if (!changes.IsEmpty)
        {
            await store.SaveFollowedAsync(changes[^1].Epoch, cancellationToken);
        }
    }

    private static async ValueTask<bool> NextAsync(PeriodicTimer timer, CancellationToken stoppingToken)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    [LoggerMessage(EventId = 2401, Level = LogLevel.Warning, Message = "Orders on sellers who are linked could not be followed; the next beat tries again.")]
    private partial void Failed(Exception exception);
}
