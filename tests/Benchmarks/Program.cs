using System.CommandLine;
using Spectre.Console;
using Tracking.Benchmarks.Baselines;
using Tracking.Benchmarks.Live;
using Tracking.Benchmarks.Running;
using Tracking.Benchmarks.Scenarios;

// Starts its own PostgreSQL on a temporary folder; product and baselines take turns in one run. See docs/performance.md.
var names = All.Scenarios.Select(s => s.Name).ToArray();
var scenario = new Option<string[]>("--scenario") { AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => names, Description = "Which scenarios; all unless given." };
scenario.AcceptOnlyFromAmong(names);
var seconds = new Option<int?>("--seconds") { Description = "How long each measured window lasts; 6 unless given, 2 in a quick run." };
var rounds = new Option<int?>("--rounds") { Description = "How often product and baselines take turns; 3 unless given, 1 in a quick run." };
var quick = new Option<bool>("--quick") { Description = "Tries the program with small worlds and short windows; the figures say nothing." };
var output = new Option<FileInfo?>("--json") { Description = "Where the table is also written as JSON." };
var subjects = new Option<string[]>("--subjects") { AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [], Description = "Which of product and baselines take part; all unless given." };
var root = new RootCommand("Measures the product, and what it is compared with, on this machine.") { scenario, seconds, rounds, quick, subjects, output };
root.SetAction((parsed, cancellationToken) =>
{
    var small = parsed.GetValue(quick);
    var settings = new RunSettings(
        TimeSpan.FromSeconds(parsed.GetValue(seconds) ?? (small ? 2 : 6)),
        parsed.GetValue(rounds) ?? (small ? 1 : 3),
        small,
        [.. parsed.GetValue(subjects)!],
        parsed.GetValue(output));
    var chosen = parsed.GetValue(scenario)!;
    return new Runner(settings, AnsiConsole.Console).RunAsync([.. All.Scenarios.Where(s => chosen.Contains(s.Name))], cancellationToken);
});
root.Add(ClientsCommand.Create());
foreach (var command in Servers.Commands)
{
    root.Add(command);
}

return await root.Parse(args).InvokeAsync();
