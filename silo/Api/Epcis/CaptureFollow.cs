using System.Threading.Channels;
using Microsoft.Extensions.Options;
using Tracking.Contracts.Access;
using Tracking.Contracts.Facts;
using Tracking.Formats;
using Tracking.Journal;
using Tracking.Journal.Epcis;
using Tracking.Silo.Ingest;
using Tracking.Silo.Partners;

namespace Tracking.Silo.Api.Epcis;

/// <summary>Tells parcels what captured events say of them, many captures together, and ends their jobs.</summary>
/// <remarks>Doing it twice changes nothing: a fact that a parcel knows is a duplicate. So a job that was left open is simply done again.</remarks>
internal sealed partial class CaptureFollow(IEventStore store, FactIngest ingest, FactBatches batches, IOptions<IngestOptions> options, TimeProvider time, ILogger<CaptureFollow> logger)
{
    /// <summary>Groups that are on their way at the same time.</summary>
    private const int Loops = 2;

    // The queue in front of the commit bounds it.
    private readonly Channel<CaptureTask> _committed = Channel.CreateUnbounded<CaptureTask>();

    /// <summary>Takes a capture that is committed.</summary>
    public void Add(CaptureTask task)
    {
        if (task.Job.FinishedAt is not null || !_committed.Writer.TryWrite(task))
        {
            task.End();
        }
    }

    public Task RunAsync(CancellationToken stoppingToken) => Task.WhenAll(Enumerable.Range(0, Loops).Select(_ => RunOneAsync(stoppingToken)));

    /// <summary>Tells parcels the facts of jobs and ends those that are told.</summary>
    /// <param name="jobs">The jobs with their facts.</param>
    public async Task FollowAsync(IReadOnlyList<(CaptureJob Job, Actor By, IEnumerable<Fact> Facts)> jobs)
    {
        var told = new Told[jobs.Count];
        var all = new List<(int Job, Fact Fact)>();
        for (var i = 0; i < jobs.Count; i++)
        {
            told[i] = new Told();
            all.AddRange(jobs[i].Facts.Select(f => (i, f)));
        }

        foreach (var part in all.Chunk(options.Value.LinesTogether))
        {
            await TellAsync(part, jobs, told);
        }

        CaptureEnd[] ends = [.. jobs.Select((job, i) => (End: new CaptureEnd(job.Job, [.. told[i].Errors]), told[i].IsBusy)).Where(e => !e.IsBusy).Select(e => e.End)];
        if (ends.Length < jobs.Count)
        {
            LeftOpen(jobs.Count - ends.Length);
        }

        await store.EndAsync(ends, Now, CancellationToken.None);
    }

    private long Now => (time.GetUtcNow().UtcTicks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    private async Task TellAsync((int Job, Fact Fact)[] part, IReadOnlyList<(CaptureJob Job, Actor By, IEnumerable<Fact> Facts)> jobs, Told[] told)
    {
        var batch = batches.Rent();
        try
        {
            for (var i = 0; i < part.Length; i++)
            {
                // Whether they may be said was looked at before the events were captured.
                batch.Add(i, FactReading.Of(part[i].Fact), Partner.Trusted(jobs[part[i].Job].By));
            }

            await ingest.IngestAsync(batch);
            for (var i = 0; i < part.Length; i++)
            {
                told[part[i].Job].Add(part[i].Fact, batch.Items[i].Outcome);
            }
        }
        finally
        {
            batches.Return(batch);
        }
    }

    private async Task RunOneAsync(CancellationToken stoppingToken)
    {
        var group = new List<CaptureTask>();
        while (await _committed.Reader.WaitToReadAsync(stoppingToken))
        {
            var events = 0;
            while (events < options.Value.LinesTogether && _committed.Reader.TryRead(out var task))
            {
                group.Add(task);
                events += task.Job.Events;
            }

            try
            {
                await FollowAsync([.. group.Select(t => (t.Job, t.Capture.By, t.Facts))]);
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                // Whoever looks for open jobs does them again.
                NotEnded(exception, group.Count);
            }

            group.ForEach(t => t.End());
            group.Clear();
        }
    }

    [LoggerMessage(4603, LogLevel.Warning, "{Jobs} captures of EPCIS stay open: not every parcel could be told. They are done again.")]
    private partial void LeftOpen(int jobs);

    [LoggerMessage(4604, LogLevel.Warning, "{Jobs} captures of EPCIS could not be ended. They are done again.")]
    private partial void NotEnded(Exception exception, int jobs);

    /// <summary>What parcels answered to a job's facts.</summary>
    private sealed class Told
    {
        public List<CaptureError> Errors { get; } = [];

        public bool IsBusy { get; private set; }

        public void Add(Fact fact, in FactOutcome outcome)
        {
            if (outcome.Result != FactResult.Rejected)
            {
                return;
            }

            IsBusy |= outcome.Refusal == FactRefusal.Busy;
            var refusal = Refusals.Of(outcome.Refusal);
            Errors.Add(new CaptureError(CaptureErrorKind.FactRefused, fact.Evidence?.Where ?? "", $"{fact.Number}: {refusal.Message}", refusal.Remedy));
        }
    }
}
