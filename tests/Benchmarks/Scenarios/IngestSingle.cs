using Tracking.Benchmarks.Load;
using Tracking.Benchmarks.Running;

namespace Tracking.Benchmarks.Scenarios;

/// <summary>How many scans a second one silo makes durable, one a request, and how long each waits.</summary>
internal sealed class IngestSingle : Scenario
{
    private const int Connections = 128;

    public override string Name => "ingest-single";

    public override string Setup(RunSettings settings) => $"1 silo, {Connections} connections, one scan in flight on each, over {settings.Size(Shipments.UnderWay):n0} shipments, all of them in memory.";

    public override ImmutableArray<string> Subjects => [TheProduct, "idiom", "plain"];

    public override async Task MeasureAsync(Bench bench, Round round, CancellationToken cancellationToken)
    {
        var path = round.IsProduct ? "/v1/scans" : "/v1/scans/one";
        var load = await IngestLoad.MeasureAsync(bench, round, Connections, scans => ScanRequests.Single(scans, path), cancellationToken);
        round.Add("rate", load.Rate, "scans/s");
        round.AddPercentiles("", load.Latency);
    }
}
