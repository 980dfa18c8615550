using System.Diagnostics;
using Spectre.Console;

namespace Tracking.Benchmarks.Running;

/// <summary>Runs scenarios one after the other, in each the subjects in turn, as many rounds as were asked for.</summary>
internal sealed class Runner(RunSettings settings, IAnsiConsole console)
{
    private readonly Results results = new();

    /// <summary>Measures, then prints the table and writes it as JSON.</summary>
    /// <returns>0, or 1 where something was not as it must be.</returns>
    public async Task<int> RunAsync(IReadOnlyList<Scenario> scenarios, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        await using (var bench = await Bench.StartAsync(settings, cancellationToken))
        {
            await console.Progress().Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn()).StartAsync(async progress =>
            {
                foreach (var scenario in scenarios)
                {
                    await RunAsync(bench, scenario, progress.AddTask(scenario.Name), cancellationToken);
                }
            });
        }

        Print(scenarios, watch.Elapsed);
        if (settings.Output is { } file)
        {
            await File.WriteAllTextAsync(file.FullName, results.Json() + "\n", cancellationToken);
        }

        return results.Failures.Count == 0 ? 0 : 1;
    }

    private async Task RunAsync(Bench bench, Scenario scenario, ProgressTask task, CancellationToken cancellationToken)
    {
        var subjects = scenario.Subjects.Where(s => settings.Subjects.IsEmpty || settings.Subjects.Contains(s)).ToList();
        var rounds = scenario.Rounds ?? settings.Rounds;
        task.MaxValue = 1 + (rounds * subjects.Count);
        task.Description = $"{scenario.Name}: setting up";
        try
        {
            await scenario.PrepareAsync(bench, cancellationToken);
            task.Increment(1);
            for (var number = 1; number <= rounds; number++)
            {
                foreach (var subject in subjects)
                {
                    task.Description = $"{scenario.Name}: {subject}, round {number} of {rounds}";
                    await scenario.MeasureAsync(bench, new Round(scenario.Name, subject, number, settings, results), cancellationToken);
                    task.Increment(1);
                }
            }

            task.Description = scenario.Name;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // The others are measured all the same; this one has no figures that could be relied on.
            results.Fail($"{scenario.Name}: {exception}");
            task.StopTask();
        }
        finally
        {
            await scenario.TakeDownAsync();
        }
    }

    private void Print(IReadOnlyList<Scenario> scenarios, TimeSpan took)
    {
        // A table in a file or a pipe is not broken into lines for a screen that is not there.
        console.Profile.Width = Math.Max(console.Profile.Width, 140);
        console.Write(results.Table());
        foreach (var scenario in scenarios)
        {
            console.MarkupLineInterpolated($"[bold]{scenario.Name}[/]: {scenario.Setup(settings)}");
        }

        console.MarkupLineInterpolated($"{settings.Rounds} rounds, windows of {settings.Length.TotalSeconds:0.#} s, {took:h\\:mm\\:ss} in all. PostgreSQL, product and load share {Environment.ProcessorCount} cores; every commit is on the disk before it is acknowledged.");
        if (settings.Quick)
        {
            console.MarkupLine("[yellow]A quick run, with small worlds: it tries the program, its figures say nothing.[/]");
        }

        foreach (var failure in results.Failures)
        {
            console.MarkupLineInterpolated($"[red]{failure}[/]");
        }
    }
}
