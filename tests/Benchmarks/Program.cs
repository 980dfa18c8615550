using System.CommandLine;
using Spectre.Console;
using Tracking.Benchmarks;
using Tracking.Benchmarks.Baselines;

// Starts its own PostgreSQL on a temporary folder; product and baselines take turns in one run. See docs/performance.md.
var seconds = new Option<int>("--seconds") { DefaultValueFactory = _ => 10, Description = "How long each measurement lasts." };
var rounds = new Option<int>("--rounds") { DefaultValueFactory = _ => 3, Description = "How often product and baselines take turns." };
var output = new Option<FileInfo?>("--json") { Description = "Where the table is also written as JSON." };
var subjects = new Option<string[]>("--subjects") { AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [.. IngestBatch.Subjects], Description = "Which of product and baselines take part." };
var root = new RootCommand("Measures the product against its limit on this machine.") { seconds, rounds, subjects, output };
root.SetAction((parsed, cancellationToken) => new IngestBatch(
    new RunSettings(TimeSpan.FromSeconds(parsed.GetValue(seconds)), parsed.GetValue(rounds), [.. parsed.GetValue(subjects)!], parsed.GetValue(output)),
    AnsiConsole.Console).RunAsync(cancellationToken));

// The baselines are servers in processes of their own, as the product is.
var url = new Argument<string>("url");
var database = new Argument<string>("database");
var plain = new Command("serve-plain") { url, database };
plain.Hidden = true;
plain.SetAction((parsed, cancellationToken) => PlainServer.RunAsync(parsed.GetValue(url)!, parsed.GetValue(database)!, cancellationToken));
var idiom = new Command("serve-idiom") { url, database };
idiom.Hidden = true;
idiom.SetAction((parsed, cancellationToken) => IdiomServer.RunAsync(parsed.GetValue(url)!, parsed.GetValue(database)!, cancellationToken));
root.Add(plain);
root.Add(idiom);
return await root.Parse(args).InvokeAsync();
