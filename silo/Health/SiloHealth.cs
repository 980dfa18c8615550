using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Orleans.Runtime;
using Tracking.Grains.Leases;

namespace Tracking.Silo.Health;

/// <summary>Liveness says that the process answers; readiness that the silo is active and may say 'go'.</summary>
internal static class SiloHealth
{
    private const string Ready = "ready";

    public static IServiceCollection AddSiloHealth(this IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck<SiloReady>("silo", tags: [Ready]);
        return services;
    }

    public static void MapSiloHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready) });
    }

    private sealed class SiloReady(ISiloStatusOracle silo, ISiloLease lease) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(silo.CurrentStatus != SiloStatus.Active
                ? HealthCheckResult.Unhealthy($"The silo is {silo.CurrentStatus}.")
                : lease.IsValid ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The silo's lease is not valid: the journal cannot be reached."));
    }
}
