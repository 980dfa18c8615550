using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.Extensions.Options;
using Tracking.Dashboard.Commands;

namespace Tracking.Dashboard.Demo;

/// <summary>The simulated world of the embedded mode, from its start to its end.</summary>
internal sealed class DemoHost : IAsyncDisposable
{
    private const string SeedFile = "demo-seed";

    private readonly DemoDriver driver;

    private DemoHost(DemoDriver driver) => this.driver = driver;

    /// <summary>Begins to play; returns at once.</summary>
    /// <param name="services">The services of the silo's host: configuration (section <c>Demo</c>), logging, clock.</param>
    /// <param name="api">The address of the partner API.</param>
    /// <param name="folder">Where the data lies; remembers the last world, so that no number is ever used twice.</param>
    /// <exception cref="CommandFailedException">A setting lies outside its range, or the folder is not writable.</exception>
    public static DemoHost Start(IServiceProvider services, string api, string folder)
    {
        var time = services.GetService<TimeProvider>() ?? TimeProvider.System;
        var options = new DemoOptions { To = new Uri(api) };
        services.GetService<IConfiguration>()?.GetSection(DemoOptions.Section).Bind(options);
        var problems = new List<ValidationResult>();
        if (!Validator.TryValidateObject(options, new ValidationContext(options), problems, validateAllProperties: true))
        {
            throw new CommandFailedException(problems[0].ErrorMessage ?? $"{DemoOptions.Section} is not valid.", ExitCodes.WrongInput);
        }

        options.Seed ??= NextSeed(folder, time.GetUtcNow());
        var host = new DemoHost(new DemoDriver(Options.Create(options), time, services.GetRequiredService<ILogger<DemoDriver>>()));
        _ = host.driver.StartAsync(CancellationToken.None);
        return host;
    }

    /// <summary>Ends the world; what was sent stays.</summary>
    public Task StopAsync() => driver.StopAsync(CancellationToken.None);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        driver.Dispose();
    }

    /// <summary>A seed that no start before had, even where the machine's clock went back in between.</summary>
    internal static long NextSeed(string folder, DateTimeOffset now)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var path = Path.Combine(folder, SeedFile);
            var last = File.Exists(path) && long.TryParse(File.ReadAllText(path), NumberStyles.None, CultureInfo.InvariantCulture, out var seed) ? seed : 0;
            var next = Math.Max(now.ToUnixTimeMilliseconds(), last + 1);
            File.WriteAllText(path, next.ToString(CultureInfo.InvariantCulture));
            return next;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailedException($"The folder '{folder}' is not writable: {problem.Message} Name another one with --Journal:Folder.", ExitCodes.WrongInput, problem);
        }
    }
}
