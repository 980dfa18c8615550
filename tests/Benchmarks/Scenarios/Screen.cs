using System.Diagnostics;
using Tracking.Benchmarks.Live;
using Tracking.Benchmarks.Load;
using Tracking.Benchmarks.Processes;
using Tracking.Benchmarks.Running;
using Tracking.Chaos;

namespace Tracking.Benchmarks.Scenarios;

/// <summary>From the posting of a decision to its frame at a SignalR client, while scans come in.</summary>
internal sealed class Screen : Scenario
{
    private const int PerSecond = 20;
    private const int Callers = 4;
    private const int ScansPerSecond = 20_000;
    private const int ToHold = 5_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly Scans scans = new(Shipments.UnderWay);
    private readonly Decisions decisions = new(Shipments.UnderWay);
    private HostProcess? silo;
    private HostProcess? dashboard;

    public override string Name => "screen";

    public override string Setup(RunSettings settings) =>
        $"1 silo, 1 client-dashboard, 1 SignalR client; {PerSecond} decisions/s over {Callers} connections while {ScansPerSecond:n0} scans/s come in over {Background.Connections} in arrays of {Background.ScansEach}. Set up once.";

    public override async Task PrepareAsync(Bench bench, CancellationToken cancellationToken)
    {
        var journal = await bench.JournalAsync(new(Shipments.UnderWay + ToHold, Released: true), cancellationToken);
        (silo, dashboard) = (Product.ClusterSilo(journal), Product.Dashboard(journal));
        await silo.StartAsync(cancellationToken);
        await dashboard.StartAsync(cancellationToken);
        await IngestLoad.WarmAsync(silo, scans, Shipments.UnderWay, cancellationToken);
        await Decide().PacedAsync(PerSecond, bench.Settings.WarmUp, cancellationToken);
    }

    public override async Task MeasureAsync(Bench bench, Round round, CancellationToken cancellationToken)
    {
        await using var screen = await ScreenClient.OpenAsync(dashboard!.Api, cancellationToken);
        await using var background = await Background.StartAsync([silo!.Api], scans, ScansPerSecond, cancellationToken);
        screen.Restart();
        var posted = await Decide().PacedAsync(PerSecond, round.Length, cancellationToken);
        var after = Stopwatch.StartNew();
        using (var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20)))
        {
            while (screen.Result().Seen < posted.Items && after.Elapsed < Patience)
            {
                await timer.WaitForNextTickAsync(cancellationToken);
            }
        }

        var (seen, latency) = screen.Result();
        round.AddPercentiles("", latency);
        round.Add("loaded-scans", (await background.StopAsync()).Rate, "scans/s");
        round.Require(seen == posted.Items, $"{posted.Items} decisions were posted, {seen} came to the screen");
    }

    private LoadGenerator Decide() => new(Callers, _ => new DecisionCaller(silo!.Api, decisions));

    public override async ValueTask TakeDownAsync()
    {
        foreach (var host in new[] { silo, dashboard }.OfType<HostProcess>())
        {
            await host.DisposeAsync();
        }
    }
}
