using System.CommandLine;
using Spectre.Console;
using Tracking.Dashboard.Replay;

namespace Tracking.Dashboard.Commands;

/// <summary>Plays recorded facts against the partner API.</summary>
internal static class ReplayCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static Command Create(IAnsiConsole console, TimeProvider time)
    {
        var input = new Argument<string>("input") { Description = "An NDJSON file of facts, a folder of such files, or a folder with orders.csv, order_items.csv, products.csv and sellers.csv." };
        var to = TargetOptions.To();
        var key = TargetOptions.Key();
        var rate = TargetOptions.Positive("--rate", "Facts a second. Without --rate and --speed: flat out.");
        var speed = TargetOptions.Positive("--speed", "How many times faster than recorded.");
        var state = new Option<string?>("--state") { Description = "The file that remembers how far the replay has come; beside the input unless given." };
        var restart = new Option<bool>("--restart") { Description = "Begin anew, whatever was sent before." };
        var command = new Command("replay", "Plays recorded facts against the partner API; goes on where it stopped.") { input, to, key, rate, speed, state, restart };
        command.Validators.Add(result =>
        {
            if (result.GetResult(rate) is not null && result.GetResult(speed) is not null)
            {
                result.AddError("--rate and --speed exclude each other; give one of them.");
            }
        });
        command.SetAction((parsed, cancellationToken) => RunAsync(
            new Request(
                parsed.GetRequiredValue(input),
                parsed.GetRequiredValue(to),
                parsed.GetValue(key),
                new Pace { Rate = parsed.GetValue(rate), Speed = parsed.GetValue(speed) },
                parsed.GetValue(state),
                parsed.GetValue(restart)),
            console,
            time,
            cancellationToken));
        return command;
    }

    private sealed record Request(string Input, Uri To, string? Key, Pace Pace, string? State, bool Restart);

    private static async Task<int> RunAsync(Request request, IAnsiConsole console, TimeProvider time, CancellationToken cancellationToken)
    {
        using var recording = Recordings.Open(request.Input, cancellationToken);
        var file = new ReplayStateFile(request.State ?? StatePath(request.Input));
        using var api = new PartnerApi(request.To, request.Key, Patience, time);
        var state = file.Load(recording.Fingerprint, api.Address, request.Restart);
        file.Save(state);
        console.MarkupLineInterpolated($"{recording.Count:N0} facts to {request.To}{(state.Position > 0 ? $", going on after {state.Position:N0}" : "")}; state in {file.Path}");
        await console.Progress()
            .AutoClear(false)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                var bar = context.AddTask("Replay", maxValue: Math.Max(recording.Count, 1));
                bar.Value = state.Position;
                var sender = new SteadySender(api, new Persistence(), time, trouble => bar.Description = trouble is null ? "Replay" : Markup.Escape($"Replay: {trouble}, trying again"));
                state = await new ReplayPlayer(recording, sender, file, request.Pace, time).PlayAsync(
                    state,
                    played => bar.Value = played.Position,
                    cancellationToken);
                bar.Value = bar.MaxValue;
            });
        Summarise(console, state.Tally, recording.Complaints);
        return state.Tally.Rejected + recording.Complaints.Count > 0 ? ExitCodes.Differs : ExitCodes.Done;
    }

    private static string StatePath(string input) => Path.GetFullPath(input).TrimEnd(Path.DirectorySeparatorChar) + ".replay-state";

    private static void Summarise(IAnsiConsole console, ReplayTally tally, InputComplaints complaints)
    {
        var table = new Table().AddColumn("").AddColumn(new TableColumn("facts").RightAligned());
        table.AddRow("sent", $"{tally.Sent:N0}");
        table.AddRow("accepted", $"{tally.Accepted:N0}");
        table.AddRow("duplicate", $"{tally.Duplicate:N0}");
        table.AddRow("rejected", $"{tally.Rejected:N0}");
        foreach (var (reason, count) in tally.Reasons)
        {
            table.AddRow(Markup.Escape($"  {reason}"), $"{count:N0}");
        }

        console.Write(table);
        if (tally.Retries > 0)
        {
            console.MarkupLineInterpolated($"{tally.Retries:N0} requests had to be sent again.");
        }

        foreach (var line in complaints.Lines())
        {
            console.MarkupLineInterpolated($"[yellow]Not as expected in the input: {line}[/]");
        }
    }
}
