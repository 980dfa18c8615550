using System.CommandLine;
using Spectre.Console;
using Tracking.Dashboard.Replay;
using Tracking.Dashboard.Replay.Olist;
using Tracking.Dashboard.Replay.Verify;

namespace Tracking.Dashboard.Commands;

/// <summary>Recounts the input of a replay and compares with the API, number by number; or recounts the journal itself.</summary>
internal static class VerifyCommand
{
    private const int MostShown = 100;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static Command Create(IAnsiConsole console, TimeProvider time)
    {
        var folder = new Argument<string?>("folder")
        {
            Description = "A folder with orders.csv, order_items.csv, products.csv and sellers.csv that was replayed.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var to = TargetOptions.To();
        var key = TargetOptions.Key();
        var journal = JournalTarget.Option();
        var (readers, show, json) = VerifyJournal.Options();
        var command = new Command(
            "verify",
            "Recounts what was replayed and compares with the API, number by number; with --journal, recounts the whole journal and compares with all that is kept beside its streams.")
        {
            folder, to, key, journal, readers, show, json,
        };
        command.Validators.Add(result =>
        {
            if (result.GetResult(folder) is { Tokens.Count: > 0 } == result.GetResult(journal) is not null)
            {
                result.AddError("Give either the folder that was replayed or --journal.");
            }
        });
        command.SetAction((parsed, cancellationToken) => parsed.GetResult(journal) is null
            ? RunAsync(parsed.GetRequiredValue(folder)!, parsed.GetRequiredValue(to), parsed.GetValue(key), console, time, cancellationToken)
            : new VerifyJournal(parsed.GetValue(readers), parsed.GetValue(show), parsed.GetValue(json)).RunAsync(
                JournalTarget.Of(parsed.GetValue(journal)), console, time, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string path, Uri to, string? key, IAnsiConsole console, TimeProvider time, CancellationToken cancellationToken)
    {
        var recount = OlistRecount.Of(Read(path, cancellationToken));
        using var api = new PartnerApi(to, key, Patience, time);
        var verifier = new Verifier(api, new Persistence { GiveUpAfter = TimeSpan.FromMinutes(1) }, time);
        VerifyReport? report = null;
        await console.Progress()
            .AutoClear(false)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                var bar = context.AddTask("Verify", maxValue: recount.Parcels.Count + recount.Sellers.Count);
                report = await verifier.CompareAsync(recount, done => bar.Value = done, cancellationToken);
            });
        return Show(console, report!);
    }

    private static OlistFolder Read(string path, CancellationToken cancellationToken)
    {
        try
        {
            return Directory.Exists(path) && OlistFolder.IsOne(path)
                ? OlistFolder.Read(path, cancellationToken)
                : throw new CommandFailedException($"'{path}' is no folder with orders.csv and order_items.csv; give the folder that was replayed.", ExitCodes.WrongInput);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailedException($"'{path}' cannot be read: {problem.Message} Check that you may read it.", ExitCodes.WrongInput, problem);
        }
    }

    private static int Show(IAnsiConsole console, VerifyReport report)
    {
        if (report.Differences.Count > 0)
        {
            var table = new Table().AddColumns("what", "field", "expected", "got");
            foreach (var difference in report.Differences.Take(MostShown))
            {
                table.AddRow(new Text(difference.What), new Text(difference.Field), new Text(difference.Expected), new Text(difference.Got));
            }

            console.Write(table);
            if (report.Differences.Count > MostShown)
            {
                console.MarkupLineInterpolated($"… and {report.Differences.Count - MostShown:N0} more.");
            }
        }

        console.MarkupLineInterpolated($"{report.Shipments:N0} shipments and {report.Sellers:N0} sellers, {report.Numbers:N0} numbers compared: {report.Differences.Count:N0} differ.");
        return report.Differences.Count > 0 ? ExitCodes.Differs : ExitCodes.Done;
    }
}
