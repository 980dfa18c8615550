using Tracking.Benchmarks.Baselines;
using Tracking.Benchmarks.Load;
using Tracking.Benchmarks.Processes;
using Tracking.Benchmarks.Running;
using Tracking.Chaos;

namespace Tracking.Benchmarks.Scenarios;

/// <summary>Belt checks: how many a second, and how long each waits, alone and while scans come in; and lists of a thousand.</summary>
internal sealed class BeltChecks : Scenario
{
    private const int Connections = 64;
    private const int PacedConnections = 16;
    private const int PerSecondUnderLoad = 1_000;
    private const int ScansPerSecond = 20_000;
    private const int Warm = 90_000;
    private const int Seeded = 400_000;
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(2);
    private string journal = "";
    private string table = "";
    private Scans? scans;

    public override string Name => "clearance";

    public override string Setup(RunSettings settings) =>
        $"1 silo with {settings.Size(Warm):n0} shipments in memory, one in ten checks on a number that is not. Alone: {Connections} connections, one check in flight on each; lists of {Clearance.ListLength:n0}: one in flight. loaded-: {PerSecondUnderLoad:n0} checks/s over {PacedConnections} connections while {ScansPerSecond:n0} scans/s come in over {Background.Connections} in arrays of {Background.ScansEach}.";

    public override ImmutableArray<string> Subjects => [TheProduct, "lookup"];

    public override async Task PrepareAsync(Bench bench, CancellationToken cancellationToken)
    {
        var seeded = bench.Settings.Size(Seeded);
        journal = await bench.JournalAsync(new(seeded, Released: true), cancellationToken);
        table = await bench.EmptyDatabaseAsync(cancellationToken);

        // One for all rounds: they share the journal, and an id has one content.
        scans = new Scans(bench.Settings.Size(Warm));
        await LookupServer.FillAsync(table, seeded, cancellationToken);
    }

    public override async Task MeasureAsync(Bench bench, Round round, CancellationToken cancellationToken)
    {
        var (warm, seeded) = (bench.Settings.Size(Warm), bench.Settings.Size(Seeded));
        var numbers = new BeltNumbers(warm, seeded);
        await using var server = round.IsProduct ? Product.Silo(journal) : Product.Baseline(round.Subject, table);
        await server.StartAsync(cancellationToken);
        await Task.Run(() => Clearance.AskThrough(server.Api, 0, warm), cancellationToken);

        await Checks(server, Connections, numbers).ForAsync(bench.Settings.WarmUp, cancellationToken);
        var alone = await Checks(server, Connections, numbers).ForAsync(round.Length, cancellationToken);
        round.Add("rate", alone.Rate, "checks/s");
        round.AddPercentiles("", alone.Latency);

        var random = new Random(round.Number);
        var asking = LoadGenerator.Http([server.Api], 1, () => new FixedRequests(
            () => Clearance.AskAll(Enumerable.Range(0, Clearance.ListLength).Select(_ => (long)numbers.Next(random))),
            answer => Clearance.Count(answer.Body).All));
        await asking.ForAsync(Settling, cancellationToken);
        var lists = await asking.ForAsync(round.Length, cancellationToken);
        round.AddPercentiles("list-", lists.Latency);
        if (round.IsProduct)
        {
            await MeasureLoadedAsync(server, round, numbers, cancellationToken);
            round.Require(numbers.Lasted, "there were not enough numbers that nobody had asked about");
        }
    }

    private async Task MeasureLoadedAsync(HostProcess server, Round round, BeltNumbers numbers, CancellationToken cancellationToken)
    {
        await using var background = await Background.StartAsync([server.Api], scans!, ScansPerSecond, cancellationToken);
        var loaded = await Checks(server, PacedConnections, numbers).PacedAsync(PerSecondUnderLoad, round.Length, cancellationToken);
        round.AddPercentiles("loaded-", loaded.Latency);
        round.Add("loaded-scans", (await background.StopAsync()).Rate, "scans/s");
    }

    private static LoadGenerator Checks(HostProcess server, int connections, BeltNumbers numbers) =>
        new(connections, i => new HttpCaller(server.Api, new ClearanceRequests(numbers, i)));
}
