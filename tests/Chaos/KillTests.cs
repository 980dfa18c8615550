using Tracking.Chaos.Deployments;
using Tracking.Chaos.Load;

namespace Tracking.Chaos;

/// <summary>The checker's short form; <c>dotnet run --project tests/Chaos -- soak</c> is the long one.</summary>
public sealed class KillTests
{
    private static readonly CheckerPlan Plan = new(new LoadPlan(20261124)) { Requests = 240, MostKills = 3, RequestsBetweenKills = (30, 70) };

    [Fact]
    public async Task Killed_again_and_again_the_embedded_host_loses_nothing_doubles_nothing_and_counts_right()
    {
        await using var deployment = Deployment.Embedded();
        await HoldsAsync(deployment, Plan);
    }

    [Fact]
    public async Task Killed_again_and_again_a_silo_on_PostgreSQL_loses_nothing_doubles_nothing_and_counts_right()
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await using var deployment = await Deployment.OnPostgresAsync(silos: 1, deadline.Token);
        await HoldsAsync(deployment, Plan);
    }

    [Fact]
    public async Task Killed_one_by_one_two_silos_lose_nothing_double_nothing_and_count_right()
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await using var deployment = await Deployment.OnPostgresAsync(silos: 2, deadline.Token);
        await HoldsAsync(deployment, Plan with { MostKills = 2, RequestsBetweenKills = (60, 100) });
    }

    private static async Task HoldsAsync(Deployment deployment, CheckerPlan plan)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        var report = await new Checker(deployment, plan).RunAsync(CancellationToken.None, deadline.Token);
        Assert.True(report.IsTrue, $"Seed {report.Seed}:\n{report.Findings}");
        Assert.Equal((plan.Load.FirstOf(plan.Requests), plan.MostKills, plan.MostKills), (report.Acknowledged, report.Kills, report.RecountsBeside));
    }
}
