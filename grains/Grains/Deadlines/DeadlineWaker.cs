using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Runtime;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Shipments;
using Tracking.Grains.Leases;
using Tracking.Journal.Deadlines;

namespace Tracking.Grains.Deadlines;

/// <summary>
/// Wakes deadlines when time alone changes them: the rows of this silo's buckets, by when they are due. Two silos that both
/// believe a bucket to be theirs do some work twice, which changes nothing: a step that is in the stream is not taken again.
/// </summary>
internal sealed partial class DeadlineWaker(
    IDeadlineStore store, LeaseWatch leases, IGrainFactory grains, DeadlineMetrics metrics, ILocalSiloDetails silo, TimeProvider time, ILogger<DeadlineWaker> logger) : BackgroundService
{
    private const int Page = 500;
    private const int AtOnce = 32;
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Beat, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await WakeAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogNotWoken(exception);
            }
        }
    }

    /// <summary>Takes every step that is due in this silo's buckets.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    internal async Task WakeAsync(CancellationToken cancellationToken)
    {
        var living = (await leases.ReadAsync(cancellationToken)).ConvertAll(row => row.Silo);
        var buckets = DeadlineShares.Of(silo.Name, living);
        var now = time.GetUtcNow();
        DueDeadline? after = null;
        while (true)
        {
            // Always onward: what fails waits for the next beat and keeps nobody else waiting.
            var due = await store.FindDueAsync(ReportedTime.From(now).Microseconds, buckets, after, Page, cancellationToken);
            await Parallel.ForEachAsync(
                due.GroupBy(d => d.Number),
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
                async (shipment, cancel) => await StepAsync([.. shipment], now, cancel));
            if (due.Length < Page)
            {
                return;
            }

            after = due[^1];
        }
    }

    private async Task StepAsync(ImmutableArray<DueDeadline> due, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            await grains.GetGrain<IShipmentGrain>(due[0].Number.ToString()).StepDeadlinesAsync(now, cancellationToken);
            foreach (var deadline in due)
            {
                metrics.Woken(time.GetUtcNow() - new ReportedTime(deadline.WakeAt, 0).ToDateTimeOffset());
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            metrics.Failed();
            LogNotStepped(exception, due[0].Number.ToString());
        }
    }

    [LoggerMessage(EventId = 2301, Level = LogLevel.Warning, Message = "Deadlines are not woken now; they are looked for again.")]
    private partial void LogNotWoken(Exception exception);

    [LoggerMessage(EventId = 2302, Level = LogLevel.Warning, Message = "Shipment {Shipment}: a step of its deadlines was not taken; it is tried again.")]
    private partial void LogNotStepped(Exception exception, string shipment);
}
