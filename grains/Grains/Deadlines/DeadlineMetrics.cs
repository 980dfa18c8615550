using System.Diagnostics.Metrics;

namespace Tracking.Grains.Deadlines;

/// <summary>What an operator sees of the deadlines: meter <c>Tracking.Deadlines</c>.</summary>
internal sealed class DeadlineMetrics : IDisposable
{
    private readonly Meter meter = new("Tracking.Deadlines");
    private readonly Counter<long> woken;
    private readonly Counter<long> failed;
    private readonly Histogram<double> lateness;

    public DeadlineMetrics()
    {
        woken = meter.CreateCounter<long>("tracking.deadlines.woken", "{deadline}", "Deadlines whose next step was taken.");
        failed = meter.CreateCounter<long>("tracking.deadlines.failed", "{deadline}", "Deadlines whose shipment could not be reached; they are tried again.");
        lateness = meter.CreateHistogram<double>("tracking.deadlines.lateness", "s", "From when a step was due to when it was durable.");
    }

    public void Woken(TimeSpan late)
    {
        woken.Add(1);
        lateness.Record(late.TotalSeconds);
    }

    public void Failed() => failed.Add(1);

    public void Dispose() => meter.Dispose();
}
