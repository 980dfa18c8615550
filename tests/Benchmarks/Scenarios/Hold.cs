using Tracking.Benchmarks.Load;
using Tracking.Benchmarks.Processes;
using Tracking.Benchmarks.Running;
using Tracking.Chaos;

namespace Tracking.Benchmarks.Scenarios;

/// <summary>A decision posted to one silo; as soon as it is answered, the belt asks the other silo, which must not say 'go'.</summary>
internal sealed class Hold : Scenario
{
    private const int Callers = 8;
    private const int PerSecond = 100;
    private const int ScansPerSecond = 20_000;
    private const int ToHold = 20_000;
    private readonly Scans scans = new(Shipments.UnderWay);
    private readonly Decisions decisions = new(Shipments.UnderWay);
    private HostProcess? first;
    private HostProcess? second;

    public override string Name => "hold";

    public override string Setup(RunSettings settings) =>
        $"2 silos; {PerSecond} decisions/s on one, each followed by a check on the other, over {Callers} pairs of connections; from the posting to the other silo's answer. loaded-: while {ScansPerSecond:n0} scans/s come in over {Background.Connections} connections to both. Each shipment said 'go' before. Set up once.";

    public override async Task PrepareAsync(Bench bench, CancellationToken cancellationToken)
    {
        var journal = await bench.JournalAsync(new(Shipments.UnderWay + ToHold, Released: true), cancellationToken);
        (first, second) = (Product.ClusterSilo(journal), Product.ClusterSilo(journal));
        await first.StartAsync(cancellationToken);
        await second.StartAsync(cancellationToken);
        await IngestLoad.WarmAsync(first, scans, Shipments.UnderWay, cancellationToken);
        await Decide(() => { }).PacedAsync(PerSecond, bench.Settings.WarmUp, cancellationToken);
    }

    public override async Task MeasureAsync(Bench bench, Round round, CancellationToken cancellationToken)
    {
        round.AddPercentiles("", await MeasureAsync(round, cancellationToken));
        await using var background = await Background.StartAsync([first!.Api, second!.Api], scans, ScansPerSecond, cancellationToken);
        round.AddPercentiles("loaded-", await MeasureAsync(round, cancellationToken));
        round.Add("loaded-scans", (await background.StopAsync()).Rate, "scans/s");
    }

    public override async ValueTask TakeDownAsync()
    {
        foreach (var silo in new[] { first, second }.OfType<HostProcess>())
        {
            await silo.DisposeAsync();
        }
    }

    private async Task<Latencies> MeasureAsync(Round round, CancellationToken cancellationToken)
    {
        var count = (int)(PerSecond * round.Length.TotalSeconds) + Callers;
        var free = await Task.Run(() => Clearance.AskThrough(second!.Api, decisions.Untaken, count), cancellationToken);
        round.Require(free == count, $"{count - free} shipments were not 'go' before their hold");
        var go = 0;
        var load = await Decide(() => Interlocked.Increment(ref go)).PacedAsync(PerSecond, round.Length, cancellationToken);
        round.Require(go == 0, $"the other silo said 'go' {go} times after a hold");
        return load.Latency;
    }

    private LoadGenerator Decide(Action saidGo) => new(Callers, _ => new DecideThenAsk(first!.Api, second!.Api, decisions, saidGo));

    private sealed class DecideThenAsk(Uri decideAt, Uri askAt, Decisions decisions, Action saidGo) : ICaller
    {
        private readonly HttpConnection authority = new(decideAt);
        private readonly HttpConnection belt = new(askAt);

        public int? Call(long start)
        {
            var shipment = decisions.Take();
            Decisions.Send(authority, shipment, start);
            belt.Send(Clearance.Ask(shipment));
            if (Clearance.Verdict(belt.Body) is not ("stop" or "divert"))
            {
                saidGo();
            }

            return 1;
        }

        public void Dispose()
        {
            authority.Dispose();
            belt.Dispose();
        }
    }
}
