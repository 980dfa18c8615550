namespace Tracking.Benchmarks.Baselines;

internal static class BaselineHost
{
    public static WebApplication Build(string url, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseUrls(url);
        builder.Services.AddHealthChecks();
        configure?.Invoke(builder);
        var app = builder.Build();
        app.MapHealthChecks("/health/ready");
        return app;
    }
}
