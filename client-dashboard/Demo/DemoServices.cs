using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Tracking.Dashboard.Demo;

internal static class DemoServices
{
    /// <summary>Plays a simulated world against the partner API while the host runs.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configuration">The host's configuration; section <c>Demo</c>.</param>
    public static IServiceCollection AddDemo(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<DemoOptions>().Bind(configuration.GetSection(DemoOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        return services.AddHostedService<DemoDriver>();
    }
}
