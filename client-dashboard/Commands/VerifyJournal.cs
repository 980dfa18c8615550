using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Spectre.Console;
using Tracking.Journal.Recount;

namespace Tracking.Dashboard.Commands;

/// <summary>Recounts the whole journal, beside a running system, and shows what disagrees.</summary>
internal sealed class VerifyJournal(int readers, int show, bool asJson)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>The options that only this has.</summary>
    public static (Option<int> Readers, Option<int> Show, Option<bool> Json) Options() =>
    (
        Between("--readers", "With --journal: how many readers work side by side, 1 to 16.", Math.Clamp(Environment.ProcessorCount, 1, 4), 1, 16),
        Between("--show", "With --journal: how many differences of each kind are shown, 1 to 100,000.", 10, 1, 100_000),
        new("--json") { Description = "With --journal: the result as JSON, and nothing else." }
    );

    public async Task<int> RunAsync(JournalTarget target, IAnsiConsole console, TimeProvider time, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var request = new RecountRequest { Journal = target.Journal, Rules = target.Rules, Clocks = target.Clocks, Readers = readers, MostKept = show };
        var report = asJson
            ? await JournalTarget.ReadAsync(() => JournalRecount.RunAsync(request, cancellationToken))
            : await WithProgressAsync(console, request, cancellationToken);
        var seconds = time.GetElapsedTime(started).TotalSeconds;
        if (asJson)
        {
            var document = new Document(target.Journal.Store, report.Streams, report.Events, report.Facts, report.FeedEvents, Math.Round(seconds, 1), report.Agrees, report.Differences);
            console.Profile.Out.Writer.WriteLine(JsonSerializer.Serialize(document, Json));
        }
        else
        {
            Show(console, report, seconds);
        }

        return report.Agrees ? ExitCodes.Done : ExitCodes.Differs;
    }

    private static async Task<RecountReport> WithProgressAsync(IAnsiConsole console, RecountRequest request, CancellationToken cancellationToken)
    {
        RecountReport? report = null;
        await console.Progress()
            .AutoClear(false)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                var (streams, feed) = (context.AddTask("Streams"), context.AddTask("Feed"));
                report = await JournalTarget.ReadAsync(() => JournalRecount.RunAsync(
                    request with
                    {
                        Progress = now =>
                        {
                            var events = Math.Max(now.Expected, 1);
                            (streams.MaxValue, feed.MaxValue) = (events, events);
                            (streams.Value, feed.Value) = (Math.Min(now.Events, events), Math.Min(now.FeedEvents, events));
                        },
                    },
                    cancellationToken));
                (streams.Value, feed.Value) = (streams.MaxValue, feed.MaxValue);
            });
        return report!;
    }

    private static void Show(IAnsiConsole console, RecountReport report, double seconds)
    {
        if (!report.Agrees)
        {
            var table = new Table().AddColumn("kind").AddColumn(new TableColumn("stream").NoWrap()).AddColumns("of", "field", "by the recount", "kept");
            foreach (var kind in report.Differences)
            {
                foreach (var found in kind.First)
                {
                    table.AddRow(new Text(kind.Kind), new Text(found.Stream?.ToString() ?? ""), new Text(found.Subject ?? ""), new Text(found.Field), new Text(found.Expected), new Text(found.Found));
                }

                if (kind.Count > kind.First.Length)
                {
                    table.AddRow(new Text(kind.Kind), new Text($"… and {kind.Count - kind.First.Length:N0} more"));
                }
            }

            console.Write(table);
        }

        console.MarkupLineInterpolated(
            $"{report.Streams:N0} streams, {report.Events:N0} events, {report.Facts:N0} facts, {report.FeedEvents:N0} events in the feed, in {seconds:N1} s: {report.Count:N0} differ.");
    }

    private static Option<int> Between(string name, string description, int usual, int least, int most)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var value) && (value < least || value > most))
            {
                result.AddError($"{name}: {value} lies outside {least:N0} to {most:N0}; give a number in between.");
            }
        });
        return option;
    }

    private sealed record Document(
        string Store, long Streams, long Events, long Facts, long FeedEvents, double Seconds, bool Agrees, IReadOnlyList<DifferencesOfKind> Differences);
}
