using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Orders;
using Tracking.Journal.Orders;

namespace Tracking.Grains.Orders;

/// <summary>
/// Writes each order that this silo has applied into the streams of the shipments that live on it. What a silo that dies
/// has not written lives nowhere afterwards, and is left to <see cref="JournalSweep"/>.
/// </summary>
internal sealed partial class ResidentSweep(
    IOrderStore store, StandingOrders orders, SweptEpoch swept, OrderWriter writer, TimeProvider time, ILogger<ResidentSweep> logger) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(50);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Beat, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while (swept.Epoch < orders.Epoch)
                {
                    await SweepAsync(orders.Epoch, stoppingToken);
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogNotSwept(exception);
            }
        }
    }

    private async Task SweepAsync(long applied, CancellationToken cancellationToken)
    {
        foreach (var change in await store.ReadChangesAsync(swept.Epoch, cancellationToken))
        {
            if (change.Epoch > applied)
            {
                return;
            }

            if (change.Kind == OrderChangeKind.Cleared)
            {
                await writer.WriteAsync(writer.Residents([ShipmentNumber.Parse(change.Shipment!)]), cancellationToken);
            }
            else if (change.Kind != OrderChangeKind.Contested && change.Order.Order.Effect != OrderEffect.Watch)
            {
                await WalkAsync(change, cancellationToken);
            }

            swept.Reach(change.Epoch);
        }
    }

    private async Task WalkAsync(OrderEvent change, CancellationToken cancellationToken)
    {
        for (var after = Guid.Empty; ;)
        {
            var startedAt = time.GetTimestamp();
            var page = await store.FindCandidatesAsync(change.Order, after, SweepPace.Page, cancellationToken);
            await writer.WriteAsync(writer.Residents(page.Select(c => c.Number)), cancellationToken);
            if (page.Length < SweepPace.Page)
            {
                return;
            }

            after = page[^1].Stream;
            await SweepPace.RestAsync(time, startedAt, cancellationToken);
        }
    }

    [LoggerMessage(EventId = 2201, Level = LogLevel.Warning, Message = "Standing orders are not written into the streams of the shipments on this silo yet.")]
    private partial void LogNotSwept(Exception exception);
}
