using System.Globalization;
using Tracking.Benchmarks.Load;
using Tracking.Benchmarks.Processes;
using Tracking.Benchmarks.Running;
using Tracking.Chaos;

namespace Tracking.Benchmarks.Scenarios;

/// <summary>What a hundred thousand standing orders of all kinds, and a new one each second, cost ingest and clearance.</summary>
internal sealed class ManyOrders : Scenario
{
    private const int Standing = 100_000;
    private const int PlacingConnections = 32;
    private const int IngestConnections = 8;
    private const int CheckConnections = 64;
    private const int ScansEach = 500;
    private int placed;

    public override string Name => "orders";

    public override string Setup(RunSettings settings) =>
        $"1 silo, {settings.Size(Shipments.UnderWay):n0} shipments in memory; ingest over {IngestConnections} connections in arrays of {ScansEach}, then checks over {CheckConnections}, one request in flight on each. without-: no orders; with-: {settings.Size(Standing):n0} orders of all kinds, placed over {PlacingConnections} connections, and one more each second. The orders are placed once; share: with, of the median without.";

    public override int? Rounds => 1;

    public override async Task MeasureAsync(Bench bench, Round round, CancellationToken cancellationToken)
    {
        var shipments = bench.Settings.Size(Shipments.UnderWay);
        var journal = await bench.JournalAsync(new(shipments, Released: true), cancellationToken);
        await using (var silo = Product.Silo(journal))
        {
            await silo.StartAsync(cancellationToken);
            var scans = new Scans(shipments);
            await IngestLoad.WarmAsync(silo, scans, shipments, cancellationToken);
            await MeasureBothAsync(bench, silo, scans, shipments, bench.Settings.WarmUp, cancellationToken);
            var without = await RoundsAsync(bench, round, silo, scans, shipments, "without", cancellationToken);

            var placing = await Placing(silo, PlacingConnections, bench.Settings.Size(Standing)).AllAsync(cancellationToken);
            round.Add("placing", placing.Rate, "orders/s");
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var oneASecond = Placing(silo, 1, int.MaxValue).PacedUntilAsync(1, stop.Token);
            var with = await RoundsAsync(bench, round, silo, scans, shipments, "with", cancellationToken);
            await stop.CancelAsync();
            await oneASecond;
            round.Add("ingest-share", with.Scans / without.Scans, "ratio");
            round.Add("checks-share", with.Checks / without.Checks, "ratio");
        }

        await bench.DropAsync(journal);
    }

    private LoadGenerator Placing(HostProcess silo, int connections, int until) => LoadGenerator.Http([silo.Api], connections, () => new FixedRequests(
        () => Interlocked.Increment(ref placed) is var index && index <= until ? Orders.Place(string.Create(CultureInfo.InvariantCulture, $"order-{index}"), Orders.OfKind(index)) : null,
        answer => answer.Status == 201 ? 1 : throw new InvalidOperationException($"An order was answered {answer.Status}.")));

    /// <summary>As often as there are rounds; gives the medians.</summary>
    private static async Task<(double Scans, double Checks)> RoundsAsync(Bench bench, Round round, HostProcess silo, Scans scans, int shipments, string name, CancellationToken cancellationToken)
    {
        var (ingest, checks) = (new List<double>(), new List<double>());
        for (var window = 0; window < bench.Settings.Rounds; window++)
        {
            var rates = await MeasureBothAsync(bench, silo, scans, shipments, round.Length, cancellationToken);
            round.Add($"{name}-ingest", rates.Scans, "scans/s");
            round.Add($"{name}-checks", rates.Checks, "checks/s");
            ingest.Add(rates.Scans);
            checks.Add(rates.Checks);
        }

        return (Medians.Of(ingest), Medians.Of(checks));
    }

    private static async Task<(double Scans, double Checks)> MeasureBothAsync(Bench bench, HostProcess silo, Scans scans, int shipments, TimeSpan length, CancellationToken cancellationToken)
    {
        var ingest = await LoadGenerator.Http([silo.Api], IngestConnections, () => ScanRequests.Arrays(scans, ScansEach)).ForAsync(length, cancellationToken);
        var checks = await new LoadGenerator(CheckConnections, i => new HttpCaller(silo.Api, new ClearanceRequests(new BeltNumbers(shipments, shipments + 1), i))).ForAsync(length, cancellationToken);
        return (ingest.Rate, checks.Rate);
    }
}
