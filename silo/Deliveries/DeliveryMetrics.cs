using System.Diagnostics.Metrics;

namespace Tracking.Silo.Deliveries;

/// <summary>What an operator sees of deliveries: meter <c>Tracking.Deliveries</c>, by endpoint.</summary>
internal sealed class DeliveryMetrics : IDisposable
{
    private readonly Meter meter = new("Tracking.Deliveries");
    private readonly Counter<long> delivered;
    private readonly Counter<long> failed;
    private readonly Counter<long> dead;
    private readonly Histogram<double> delay;

    public DeliveryMetrics()
    {
        delivered = meter.CreateCounter<long>("tracking.deliveries.delivered", "{message}", "Messages that their receiver has.");
        failed = meter.CreateCounter<long>("tracking.deliveries.failed", "{attempt}", "Attempts that failed.");
        dead = meter.CreateCounter<long>("tracking.deliveries.dead", "{message}", "Messages that were given up.");
        delay = meter.CreateHistogram<double>("tracking.deliveries.delay", "s", "From when a message was queued to when its receiver had it.");
    }

    public void Delivered(string endpoint, TimeSpan after)
    {
        delivered.Add(1, Tag(endpoint));
        delay.Record(after.TotalSeconds, Tag(endpoint));
    }

    public void Failed(string endpoint, int givenUp)
    {
        failed.Add(1, Tag(endpoint));
        dead.Add(givenUp, Tag(endpoint));
    }

    public void Dispose() => meter.Dispose();

    private static KeyValuePair<string, object?> Tag(string endpoint) => new("endpoint", endpoint);
}
