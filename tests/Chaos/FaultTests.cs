using Tracking.Chaos.Deployments;
using Tracking.Chaos.Load;
using Tracking.Faults;

namespace Tracking.Chaos;

/// <summary>A checker that finds nothing proves nothing: each fault, planted on purpose, must make it say what is wrong.</summary>
public sealed class FaultTests
{
    // Activations that were overtaken are part of every run: without the fence nobody would notice them.
    private const string Overtaken = "--Faults:StaleActivations=true";

    private static readonly CheckerPlan Plan = new(new LoadPlan(7)) { Requests = 120, MostKills = 1, RequestsBetweenKills = (40, 60), KillsBetweenRecounts = int.MaxValue };

    [Fact]
    public async Task Without_a_fault_the_same_run_finds_nothing()
    {
        var report = await RunAsync(Fault.None);
        Assert.True(report.IsTrue, report.Findings.ToString());
        Assert.Equal((Plan.Load.FirstOf(Plan.Requests), Plan.MostKills), (report.Acknowledged, report.Kills));
    }

    [Fact]
    public async Task Acknowledged_before_the_commit_facts_are_lost() => Finds(await RunAsync(Fault.AcknowledgedBeforeCommit), "lost");

    [Fact]
    public async Task Appended_without_fence_heads_and_counts_go_wrong() => Finds(await RunAsync(Fault.AppendedWithoutFence), "tallies", "heads");

    [Fact]
    public async Task A_tally_added_twice_is_counted_anew() => Finds(await RunAsync(Fault.TallyAddedTwice), "tallies");

    [Fact]
    public async Task An_append_dropped_from_its_batch_is_missed() => Finds(await RunAsync(Fault.AppendDropped), "lost");

    private static void Finds(CheckerReport report, params string[] kinds) =>
        Assert.True(kinds.All(report.Findings.Kinds.Contains), $"Seed {report.Seed}, expected {string.Join(", ", kinds)}:\n{report.Findings}");

    private static async Task<CheckerReport> RunAsync(Fault fault)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await using var deployment = Deployment.Faulty($"--Faults:Fault={fault}", Overtaken);
        return await new Checker(deployment, Plan).RunAsync(CancellationToken.None, deadline.Token);
    }
}
