using System.Diagnostics;
using Tracking.Benchmarks.Reading;
using Tracking.Benchmarks.Running;
using Tracking.Contracts.Access;
using Tracking.Contracts.Statuses;
using Tracking.Formats;
using Tracking.Formats.Adapters;
using Tracking.Formats.Json;

namespace Tracking.Benchmarks.Scenarios;

/// <summary>What each adapter reads a second, beside a pass of a bare reader over the same bytes. One thread, no server.</summary>
internal sealed class FormatReading : Scenario
{
    private const string Bare = "bare";
    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(1);

    private ImmutableArray<(string Name, ImmutableArray<byte[]> Messages)> all = [];

    public override string Name => "formats";

    public override string Setup(RunSettings settings) =>
        "one thread; the messages of each adapter, real ones where there are, over and over. 'bare': Utf8JsonReader, XmlReader, or a cut at the delimiters, over the same bytes.";

    public override ImmutableArray<string> Subjects => [TheProduct, Bare];

    public override Task PrepareAsync(Bench bench, CancellationToken cancellationToken)
    {
        all = Messages.All();
        return Task.CompletedTask;
    }

    public override Task MeasureAsync(Bench bench, Round round, CancellationToken cancellationToken) => Task.Factory.StartNew(
        () =>
        {
            foreach (var (name, messages) in all)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Func<byte[], int> read = round.IsProduct ? Reader(name) : BareReader.Count;
                Pass(messages, read, Warm);
                var (bytes, found, seconds) = Pass(messages, read, round.Length / 6);
                round.Add($"{name}-rate", bytes / seconds / 1e6, "MB/s");
                if (round.IsProduct)
                {
                    round.Add($"{name}-facts", found / seconds, "facts/s");
                    round.Require(found > 0, $"{name} found no fact.");
                }
            }
        },
        cancellationToken,
        TaskCreationOptions.LongRunning,
        TaskScheduler.Default);

    private static Func<byte[], int> Reader(string name)
    {
        var reception = new Reception(1_772_359_200_000_000, Actor.System);
        if (name == Messages.Scans)
        {
            return message => ScanJson.Instance.Read(message, reception).Fact is null ? 0 : 1;
        }

        var adapter = AllAdapters.All.Single(a => a.Name == name);
        var context = new MessageContext(reception) { Carrier = "acme", Authority = "us-cbp", Procedure = CustomsProcedure.Import };
        return message => adapter.Read(message, context).Facts.Length;
    }

    private static (double Bytes, double Found, double Seconds) Pass(ImmutableArray<byte[]> messages, Func<byte[], int> read, TimeSpan length)
    {
        var (bytes, found) = (0L, 0L);
        var watch = Stopwatch.StartNew();
        do
        {
            foreach (var message in messages)
            {
                found += read(message);
                bytes += message.Length;
            }
        }
        while (watch.Elapsed < length);
        return (bytes, found, watch.Elapsed.TotalSeconds);
    }
}
