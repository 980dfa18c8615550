using Microsoft.Extensions.Options;
using Tracking.Contracts.Facts;
using Tracking.Dashboard.Commands;
using Tracking.Dashboard.Replay;
using Tracking.Formats.Json;
using Tracking.Simulator;

namespace Tracking.Dashboard.Demo;

/// <summary>
/// Plays a simulated world against the partner API, as its partners would: first what has already happened, flat out,
/// then on and on as it happens. Nothing is taken from the world before it can be sent, so that nothing piles up.
/// </summary>
internal sealed partial class DemoDriver(IOptions<DemoOptions> options, TimeProvider time, ILogger<DemoDriver> logger) : BackgroundService
{
    private const int MostAtOnce = 2_000;

    // Dispatches and manifests first: a seller's count rises with the first scan rather than a moment later.
    private static readonly FactKind[] Order = [FactKind.Dispatch, FactKind.Manifest, FactKind.Scan, FactKind.Decision];

    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan AfterRefusal = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // After a night's sleep of the machine nobody wants to see the night pass.
    private static readonly TimeSpan MostBehind = TimeSpan.FromMinutes(30);

    private bool inTrouble;
    private int worlds;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var api = new PartnerApi(options.Value.To, options.Value.Key, Patience, time);
        var persistence = new Persistence { LongestPause = TimeSpan.FromSeconds(3), GiveUpAfter = TimeSpan.MaxValue };
        var sender = new SteadySender(api, persistence, time, TellTrouble);
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await PlayWorldAsync(sender, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops; the world ends with it.
        }
    }

    private async Task PlayWorldAsync(SteadySender sender, CancellationToken stoppingToken)
    {
        var now = time.GetUtcNow();
        var begin = options.Value.World(now, worlds++);
        var world = new SimulatedWorld(begin);
        LogStarted(begin.Seed, options.Value.To, options.Value.Backlog);
        var caughtUp = false;
        while (true)
        {
            now = time.GetUtcNow();
            var due = Due(world, now);
            if (due.Count > 0)
            {
                await SendAsync(sender, due, stoppingToken);
                continue;
            }

            if (!caughtUp)
            {
                caughtUp = true;
                LogCaughtUp(world.Summary.Sent, world.Summary.Expected.Shipments);
            }

            await Task.Delay(Tick, time, stoppingToken);
            if (world.Peek() is { } next && time.GetUtcNow() - next.SendAt is var behind && behind > MostBehind)
            {
                LogBegunAnew(behind);
                return;
            }
        }
    }

    private static List<Fact> Due(SimulatedWorld world, DateTimeOffset now)
    {
        var due = new List<Fact>();
        while (due.Count < MostAtOnce && world.Peek() is { } next && next.SendAt <= now && world.TryNext(out var sent))
        {
            due.Add(sent.Fact);
        }

        return due;
    }

    private async Task SendAsync(SteadySender sender, List<Fact> due, CancellationToken stoppingToken)
    {
        foreach (var kind in Order)
        {
            foreach (var facts in due.Where(fact => FactKinds.Of(fact) == kind).Chunk(PartnerApi.MostItems))
            {
                await SendAsync(sender, kind, facts, stoppingToken);
            }
        }
    }

    private async Task SendAsync(SteadySender sender, FactKind kind, Fact[] facts, CancellationToken stoppingToken)
    {
        var tally = new ReplayTally();
        try
        {
            await sender.SendAsync(kind, [.. facts.Select(fact => (ReadOnlyMemory<byte>)FactJson.ToUtf8(fact))], tally, stoppingToken);
        }
        catch (CommandFailedException refusal)
        {
            // What is refused as a whole would be refused again; the next facts may fare better.
            LogGivenUp(facts.Length, refusal.Message);
            await Task.Delay(AfterRefusal, time, stoppingToken);
        }

        if (tally.Rejected > 0)
        {
            LogRejected(tally.Rejected, tally.Reasons.First().Key);
        }
    }

    private void TellTrouble(string? problem)
    {
        if (problem is not null && !inTrouble)
        {
            LogTrouble(problem);
        }
        else if (problem is null && inTrouble)
        {
            LogRecovered();
        }

        inTrouble = problem is not null;
    }
}
