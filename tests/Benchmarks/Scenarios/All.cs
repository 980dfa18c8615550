using Tracking.Benchmarks.Running;

namespace Tracking.Benchmarks.Scenarios;

/// <summary>Every scenario, in the order in which they run.</summary>
internal static class All
{
    public static IReadOnlyList<Scenario> Scenarios { get; } =
    [
        new IngestBatch(),
        new IngestSingle(),
        new BeltChecks(),
        new Hold(),
        new Screen(),
        new SellerOrder(),
        new ManyOrders(),
        new Consolidation(),
        new OpenDeadlines(),
        new Cold(),
        new Memory(),
        new Growth(),
        new Embedded(),
        new EpcisCapture(),
        new FormatReading(),
        new FanOut(),
    ];
}
