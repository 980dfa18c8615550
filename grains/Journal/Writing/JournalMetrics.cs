using System.Diagnostics.Metrics;

namespace Tracking.Journal.Writing;

/// <summary>What an operator sees of the journal: meter <c>Tracking.Journal</c>.</summary>
internal sealed class JournalMetrics : IDisposable
{
    public const string MeterName = "Tracking.Journal";

    private readonly Meter meter = new(MeterName);
    private readonly Histogram<int> batchSize;
    private readonly Histogram<double> commitDuration;
    private readonly Histogram<int> loadSize;
    private readonly Counter<long> events;
    private readonly Counter<long> conflicts;
    private readonly Counter<long> retries;

    public JournalMetrics(Func<int> queued, Func<int> loadsQueued)
    {
        batchSize = meter.CreateHistogram<int>("tracking.journal.batch.size", "{append}", "Appends committed together.");
        commitDuration = meter.CreateHistogram<double>("tracking.journal.commit.duration", "s", "Time from sending a batch to its outcome.");
        loadSize = meter.CreateHistogram<int>("tracking.journal.load.size", "{stream}", "Cold streams read together.");
        events = meter.CreateCounter<long>("tracking.journal.events", "{event}", "Events made durable.");
        conflicts = meter.CreateCounter<long>("tracking.journal.conflicts", "{append}", "Appends lost to another writer.");
        retries = meter.CreateCounter<long>("tracking.journal.retries", "{batch}", "Batches sent again because the store could not be reached.");
        meter.CreateObservableGauge("tracking.journal.queue.length", queued, "{append}", "Appends that wait for the writer.");
        meter.CreateObservableGauge("tracking.journal.load.queue.length", loadsQueued, "{stream}", "Cold streams that wait to be read.");
    }

    public void Committed(int appends, long eventCount, int conflictCount, TimeSpan duration)
    {
        batchSize.Record(appends);
        commitDuration.Record(duration.TotalSeconds);
        events.Add(eventCount);
        conflicts.Add(conflictCount);
    }

    public void Retried() => retries.Add(1);

    public void Loaded(int streams) => loadSize.Record(streams);

    public void Dispose() => meter.Dispose();
}
