using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Runtime;
using Tracking.Contracts.Shipments;
using Tracking.Journal;

namespace Tracking.Grains.Shipments;

/// <summary>Goes on with links between bills and pieces that a crash has left half done.</summary>
internal sealed partial class LinkKeeper(IJournalStore store, IGrainFactory grains, TimeProvider time, ILogger<LinkKeeper> logger) : BackgroundService
{
    private const int MostAtOnce = 100;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                foreach (var bill in await store.FindPendingLinksAsync(Patience, MostAtOnce, stoppingToken))
                {
                    await grains.GetGrain<IShipmentGrain>(bill.ToString()).ResumeAsync(stoppingToken);
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogNotResumed(exception);
            }
        }
    }

    [LoggerMessage(EventId = 2002, Level = LogLevel.Warning, Message = "Links that were left half done are not resumed yet.")]
    private partial void LogNotResumed(Exception exception);
}
