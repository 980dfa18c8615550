using Tracking.Contracts.Facts;
using Tracking.Formats;
using Tracking.Formats.Adapters;
using Tracking.Formats.Epcis;
using Tracking.Journal.Epcis;

namespace Tracking.Silo.Api.Epcis;

/// <summary>Finishes jobs that were left behind: by a silo that was killed, or because parcels could not be reached.</summary>
internal sealed partial class CaptureRecovery(IEventStore store, CaptureFollow follow, TimeProvider time, ILogger<CaptureRecovery> logger) : BackgroundService
{
    /// <summary>How long a job belongs to who took it: longer than a full queue takes, and shorter than people wait.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    private const int JobsTogether = 16;
    private const int EventsTogether = 1_000;

    private static readonly TimeSpan Period = TimeSpan.FromSeconds(5);

    /// <summary>This run of the host among all.</summary>
    public static string Claimant { get; } = $"{Environment.MachineName}/{Environment.ProcessId}";

    /// <summary>Finishes what is open now.</summary>
    /// <returns>How many jobs were taken over.</returns>
    public async Task<int> RecoverAsync(CancellationToken cancellationToken)
    {
        var now = (time.GetUtcNow().UtcTicks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;
        var open = await store.ClaimAsync(Claimant, now, now + (long)Lease.TotalMicroseconds, JobsTogether, cancellationToken);
        foreach (var job in open)
        {
            await FinishAsync(job, cancellationToken);
        }

        if (open.Length > 0)
        {
            Recovered(open.Length);
        }

        return open.Length;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        try
        {
            do
            {
                await RecoverSafelyAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private async Task RecoverSafelyAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (await RecoverAsync(stoppingToken) == JobsTogether)
            {
            }
        }
        catch (Exception exception) when (exception is not (OutOfMemoryException or OperationCanceledException))
        {
            NotRecovered(exception);
        }
    }

    private async Task FinishAsync(OpenCapture open, CancellationToken cancellationToken)
    {
        var context = new MessageContext(new Reception(open.Job.CreatedAt, open.By)) { Carrier = open.Carrier };
        var facts = new List<Fact>();
        for (var after = 0L; ;)
        {
            var events = await store.ReadEventsAsync(open, after, EventsTogether, cancellationToken);
            facts.AddRange(events.SelectMany(e => EpcisDocumentReader.Read(e.Payload, context).Message.Facts));
            if (events.Length < EventsTogether)
            {
                break;
            }

            after = events[^1].Sequence;
        }

        await follow.FollowAsync([(open.Job, open.By, facts)]);
    }

    [LoggerMessage(4605, LogLevel.Information, "{Jobs} captures of EPCIS that were left open were taken over.")]
    private partial void Recovered(int jobs);

    [LoggerMessage(4606, LogLevel.Warning, "Open captures of EPCIS could not be looked at.")]
    private partial void NotRecovered(Exception exception);
}
