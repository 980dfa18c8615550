using Spectre.Console;
using Tracking.Dashboard.Commands;
using Tracking.Journal;
using Tracking.Silo.Hosting;

namespace Tracking.Dashboard.Hosting;

/// <summary>Runs the program without a command: with a cluster configured as its client, without one with everything inside.</summary>
internal sealed class RunHost(string[] arguments, IAnsiConsole console)
{
    // The reader of settings takes the word after a bare '--demo' for its value.
    private readonly string[] args = [.. arguments.Where(a => a != "--demo")];

    public async Task<int> RunAsync(bool demo, CancellationToken cancellationToken)
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args).Build();
        var inCluster = configuration[$"{ClusterSettings.Section}:{nameof(ClusterSettings.Kind)}"] == ClusterSettings.Postgres;
        try
        {
            return inCluster ? await RunClientAsync(demo, cancellationToken) : await RunEmbeddedAsync(configuration, demo, cancellationToken);
        }
        catch (Exception exception) when (StartFailures.Explain(exception) is { } sentence)
        {
            throw new CommandFailedException(sentence, ExitCodes.WrongInput, exception);
        }
    }

    private async Task<int> RunClientAsync(bool demo, CancellationToken cancellationToken)
    {
        if (demo)
        {
            throw new CommandFailedException("The simulated world plays only in the embedded mode: leave --demo out, or Cluster:Kind.", ExitCodes.WrongInput);
        }

        await using var page = DashboardApplication.BuildClient(args);
        await page.Services.GetRequiredService<IJournalStore>().MigrateAsync(cancellationToken);
        await page.StartAsync(cancellationToken);
        await page.WaitForShutdownAsync(cancellationToken);
        return ExitCodes.Done;
    }

    private async Task<int> RunEmbeddedAsync(IConfiguration configuration, bool demo, CancellationToken cancellationToken)
    {
        var embedded = EmbeddedSettings.From(configuration, demo);
        Ports.CheckFree(embedded.PageUrl, "Dashboard:Url");
        Ports.CheckFree(embedded.ApiUrl, "PartnerApi:Url");
        embedded = embedded.WithIdentityKey(configuration);
        await using var silo = SiloApplication.Build(args, embedded.Settings);
        await silo.StartSiloAsync(cancellationToken);
        await using var page = DashboardApplication.BuildEmbedded(args, silo, embedded, demo);
        await page.StartAsync(cancellationToken);
        Say(embedded, demo);
        await page.WaitForShutdownAsync(cancellationToken);
        await silo.StopAsync(CancellationToken.None);
        return ExitCodes.Done;
    }

    private void Say(EmbeddedSettings embedded, bool demo)
    {
        console.MarkupLineInterpolated($"[bold]Tracking is running.[/]");
        console.MarkupLineInterpolated($"  The page        {embedded.PageUrl}");
        console.MarkupLineInterpolated($"  The partner API {embedded.ApiUrl} (reference: {embedded.ApiUrl}/reference)");
        console.MarkupLineInterpolated($"  The data        {Path.GetFullPath(embedded.Folder)}");
        if (demo)
        {
            console.MarkupLineInterpolated($"  A simulated world is playing, with compressed time and raised rates.");
        }

        console.MarkupLineInterpolated($"Ctrl+C stops it.");
    }
}
