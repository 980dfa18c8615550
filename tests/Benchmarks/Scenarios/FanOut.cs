using Tracking.Benchmarks.Live;
using Tracking.Benchmarks.Load;
using Tracking.Benchmarks.Processes;
using Tracking.Benchmarks.Running;
using Tracking.Chaos;

namespace Tracking.Benchmarks.Scenarios;

/// <summary>Every notable change at every one of many screens: how long it takes, and whether none is missed or doubled.</summary>
internal sealed class FanOut : Scenario
{
    private const int Clients = 1_000;
    private const int ChangesPerSecond = 50;
    private const int Callers = 4;
    private const int ScansPerSecond = 5_000;
    private const int ToHold = 10_000;
    private readonly Scans scans = new(Shipments.UnderWay);
    private readonly Decisions decisions = new(Shipments.UnderWay);
    private HostProcess? silo;
    private HostProcess? dashboard;

    public override string Name => "fan-out";

    public override string Setup(RunSettings settings) =>
        $"1 silo, 1 client-dashboard, {Count(settings):n0} clients of its hub in a process of their own; {ChangesPerSecond} holds/s over {Callers} connections while {ScansPerSecond:n0} scans/s come in over {Background.Connections} in arrays of {Background.ScansEach}. Set up once, clients connect anew each round.";

    public override async Task PrepareAsync(Bench bench, CancellationToken cancellationToken)
    {
        var journal = await bench.JournalAsync(new(Shipments.UnderWay + ToHold, Released: true), cancellationToken);
        (silo, dashboard) = (Product.ClusterSilo(journal), Product.Dashboard(journal));
        await silo.StartAsync(cancellationToken);
        await dashboard.StartAsync(cancellationToken);
        await IngestLoad.WarmAsync(silo, scans, Shipments.UnderWay, cancellationToken);
        await Decide().PacedAsync(ChangesPerSecond, bench.Settings.WarmUp, cancellationToken);
    }

    public override async Task MeasureAsync(Bench bench, Round round, CancellationToken cancellationToken)
    {
        var count = Count(bench.Settings);
        await using var clients = await ClientsProcess.StartAsync(dashboard!.Api, count, cancellationToken);
        await using var background = await Background.StartAsync([silo!.Api], scans, ScansPerSecond, cancellationToken);
        var posted = await Decide().PacedAsync(ChangesPerSecond, round.Length, cancellationToken);
        var report = await clients.ReportAsync(posted.Items, cancellationToken);
        round.Add("p50", report.P50, "ms");
        round.Add("p99", report.P99, "ms");
        round.Add("changes", posted.Rate, "changes/s");
        round.Add("deliveries", report.Changes / posted.Elapsed.TotalSeconds, "deliveries/s");
        round.Add("loaded-scans", (await background.StopAsync()).Rate, "scans/s");
        round.Require(report.Changes == posted.Items * count, $"{posted.Items * count - report.Changes} of {posted.Items * count} deliveries are missing");
        round.Require(report is { Again: 0, Broken: 0, Resyncs: 0 }, $"{report.Again} changes came again, {report.Broken} frames did not follow the one before, {report.Resyncs} clients had to load anew");
    }

    private LoadGenerator Decide() => new(Callers, _ => new DecisionCaller(silo!.Api, decisions));

    public override async ValueTask TakeDownAsync()
    {
        foreach (var host in new[] { silo, dashboard }.OfType<HostProcess>())
        {
            await host.DisposeAsync();
        }
    }

    private static int Count(RunSettings settings) => settings.Quick ? Clients / 10 : Clients;
}
