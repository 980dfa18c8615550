using Tracking.Chaos.Deployments;
using Tracking.Chaos.Load;

namespace Tracking.Chaos;

/// <summary>The checker's short form; <c>dotnet run --project tests/Chaos -- soak</c> is the long one. A class each, so that they run side by side.</summary>
public abstract class KillTests
{
    private protected static CheckerPlan Plan { get; } = new(new LoadPlan(20261124)) { Requests = 240, MostKills = 1, RequestsBetweenKills = (60, 120) };

    private protected static async Task HoldsAsync(Deployment deployment, CheckerPlan plan)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        var report = await new Checker(deployment, plan).RunAsync(CancellationToken.None, deadline.Token);
        Assert.True(report.IsTrue, $"Seed {report.Seed}:\n{report.Findings}");
        Assert.Equal((plan.Load.FirstOf(plan.Requests), plan.MostKills, plan.MostKills), (report.Acknowledged, report.Kills, report.RecountsBeside));
    }
}

public sealed class EmbeddedKillTests : KillTests
{
    [Fact]
    public async Task Killed_again_and_again_the_embedded_host_loses_nothing_doubles_nothing_and_counts_right()
    {
        await using var deployment = Deployment.Embedded();
        await HoldsAsync(deployment, Plan with { MostKills = 3, RequestsBetweenKills = (30, 70) });
    }
}

public sealed class PostgresKillTests : KillTests
{
    [Fact]
    public async Task A_killed_silo_on_PostgreSQL_loses_nothing_doubles_nothing_and_counts_right()
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await using var deployment = await Deployment.OnPostgresAsync(silos: 1, deadline.Token);
        await HoldsAsync(deployment, Plan);
    }
}

public sealed class ClusterKillTests : KillTests
{
    [Fact]
    public async Task Of_two_silos_one_killed_nothing_is_lost_nothing_doubled_and_all_counts_are_right()
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await using var deployment = await Deployment.OnPostgresAsync(silos: 2, deadline.Token);
        await HoldsAsync(deployment, Plan);
    }
}
