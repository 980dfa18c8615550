using System.Collections.Concurrent;
using Tracking.Grains.Leases;

namespace Tracking.Silo.Deliveries;

/// <summary>Runs the endpoints that are this silo's, each by itself: one that is slow keeps nobody else waiting.</summary>
internal sealed partial class DeliveryService(DeliveryEndpoints endpoints, EndpointDelivery delivery, WorkShares shares, TimeProvider time, ILogger<DeliveryService> logger) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Tidying = TimeSpan.FromHours(1);
    private readonly Dictionary<string, Task> running = [];
    private readonly ConcurrentDictionary<string, long> tidiedAt = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (endpoints.Keys.Count == 0)
        {
            return;
        }

        using var timer = new PeriodicTimer(Beat, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await ServeAsync(stoppingToken);
            }
        }
        finally
        {
            await Task.WhenAll(running.Values);
        }
    }

    private async Task ServeAsync(CancellationToken stoppingToken)
    {
        try
        {
            foreach (var key in await shares.OursAsync(endpoints.Keys, stoppingToken))
            {
                if (!running.TryGetValue(key, out var last) || last.IsCompleted)
                {
                    running[key] = RunAsync(key, stoppingToken);
                }
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogNotShared(exception);
        }
    }

    private async Task RunAsync(string key, CancellationToken stoppingToken)
    {
        try
        {
            await delivery.RunAsync(endpoints.Of(key), stoppingToken);
            if (!tidiedAt.TryGetValue(key, out var at) || time.GetElapsedTime(at) > Tidying)
            {
                await delivery.ForgetAsync(key, stoppingToken);
                tidiedAt[key] = time.GetTimestamp();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What was under way is sent once more.
        }
        catch (Exception exception)
        {
            LogFailed(exception, key);
        }
    }

    [LoggerMessage(4411, LogLevel.Warning, "Which endpoints are this silo's is not known now; it is looked for again.")]
    private partial void LogNotShared(Exception exception);

    [LoggerMessage(4412, LogLevel.Warning, "Endpoint {Endpoint} is not served now; it is tried again.")]
    private partial void LogFailed(Exception exception, string endpoint);
}
