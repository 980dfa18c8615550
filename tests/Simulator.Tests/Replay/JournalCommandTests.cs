using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Spectre.Console;
using Tracking.Contracts.Access;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Statuses;
using Tracking.Dashboard.Commands;
using Tracking.Domain.Shipments;
using Tracking.Domain.Shipments.Events;
using Tracking.Journal;
using Tracking.Journal.Events;
using Tracking.Journal.Sqlite;

namespace Tracking.Simulator.Tests.Replay;

/// <summary>What an operator asks a journal: <c>verify --journal</c> and <c>event</c>.</summary>
public sealed class JournalCommandTests : IAsyncLifetime
{
    private static readonly ShipmentNumber Number = ShipmentNumber.Parse("acme/AC1");

    private readonly string folder = Directory.CreateTempSubdirectory("commands-").FullName;

    [Fact]
    public async Task Verify_of_a_journal_that_agrees_ends_with_0()
    {
        var (code, said) = await RunAsync("verify", "--journal", folder);
        Assert.Equal(ExitCodes.Done, code);
        Assert.Contains("1 streams, 2 events, 2 facts, 2 events in the feed", said, StringComparison.Ordinal);
        Assert.Contains(" 0 differ", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_of_a_journal_that_differs_ends_with_1_and_names_stream_number_and_field()
    {
        await AppendAsync(3, new ShipmentHead { Status = TransportStatus.Delivered, LastAt = 7 });

        var (code, said) = await RunAsync("verify", "--journal", folder);
        Assert.Equal(ExitCodes.Differs, code);
        Assert.Matches(@"heads *│ [0-9a-f-]{36} │ acme/AC1 *│ last_at *│ 1790000003000000 *│ 7 ", said);

        (code, said) = await RunAsync("verify", "--journal", folder, "--json", "--show", "1");
        Assert.Equal(ExitCodes.Differs, code);
        var document = JsonDocument.Parse(said).RootElement;
        var heads = document.GetProperty("differences").EnumerateArray().Single(kind => kind.GetProperty("kind").GetString() == "heads");
        Assert.Equal((false, 1), (document.GetProperty("agrees").GetBoolean(), heads.GetProperty("first").GetArrayLength()));
        Assert.True(heads.GetProperty("count").GetInt32() > 1);
    }

    [Fact]
    public async Task Event_prints_a_stream_as_an_array_and_one_version_as_an_object()
    {
        var (code, said) = await RunAsync("event", "acme/ac1", "--journal", folder);
        Assert.Equal(ExitCodes.Done, code);
        var events = JsonDocument.Parse(said).RootElement;
        Assert.Equal([1, 2], events.EnumerateArray().Select(value => value.GetProperty("version").GetInt32()));

        var one = JsonDocument.Parse((await RunAsync("event", "acme/AC1", "--version", "2", "--journal", folder)).Said).RootElement;
        Assert.Equal(("scan-reported", "s2", "s2"), (Text(one, "event"), Text(one.GetProperty("fact"), "id"), Text(one.GetProperty("stored"), "i")));

        var stream = Text(one, "stream")!;
        Assert.Equal(said, (await RunAsync("event", stream, "--journal", folder)).Said);
    }

    [Theory]
    [InlineData("event acme/NONE --journal {0}", "no events")]
    [InlineData("event acme/AC1 --version 9 --journal {0}", "versions 1 to 2")]
    [InlineData("event nonsense --journal {0}", "neither carrier/number")]
    [InlineData("verify --journal {0}/none", "no journal.db")]
    [InlineData("verify --journal Hast=nowhere", "no connection string")]
    public async Task What_cannot_be_found_is_said_with_a_remedy(string command, string sentence)
    {
        var (code, said) = await RunAsync([.. command.Split(' ').Select(word => word.Replace("{0}", folder, StringComparison.Ordinal))]);
        Assert.Equal(ExitCodes.WrongInput, code);
        Assert.Contains(sentence, said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("verify")]
    [InlineData("verify", "folder", "--journal")]
    [InlineData("verify", "--journal", "x", "--readers", "17")]
    [InlineData("event")]
    public async Task A_wrong_command_line_ends_with_2(params string[] arguments) => Assert.Equal(ExitCodes.WrongInput, (await RunAsync(arguments)).Code);

    public async Task InitializeAsync()
    {
        await AppendAsync(1);
        await AppendAsync(2);
    }

    public Task DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return Task.CompletedTask;
    }

    // The scan of a version, with the head that follows or with a wrong one.
    private async Task AppendAsync(int version, ShipmentHead? head = null)
    {
        using var store = new SqliteStore(folder, TimeProvider.System, NullLogger<SqliteStore>.Instance);
        await store.MigrateAsync(default);
        var loaded = (await store.LoadAsync([Number], default))[0];
        var before = ShipmentState.Empty(Number, CarrierRules.Default).After(loaded.Events);
        ScanReported scan = new(new Scan
        {
            Number = Number,
            Source = "acme",
            Id = $"s{version}",
            OccurredAt = new ReportedTime(1_790_000_000_000_000 + (version * 1_000_000), 0),
            ReceivedAt = 1_790_000_010_000_000,
            ReportedBy = new Actor("acme", "key", ActorRole.Partner),
            Status = TransportStatus.InTransitArrived,
        });
        await store.CommitAsync(
            [
                new Append
                {
                    Stream = loaded.Version == 0 ? Guid.CreateVersion7(DateTimeOffset.UnixEpoch) : loaded.Stream,
                    Number = Number,
                    ExpectedVersion = loaded.Version,
                    AppendId = Guid.NewGuid(),
                    Events = [EventCodec.Encode(scan, notable: false)],
                    Before = HeadRules.Of(before),
                    Head = head ?? HeadRules.Of(before.After([scan])),
                    Facts = 1,
                },
            ],
            0,
            default);
    }

    private static string? Text(JsonElement value, string name) => value.GetProperty(name).GetString();

    private static async Task<(int Code, string Said)> RunAsync(params string[] arguments)
    {
        using var said = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Interactive = InteractionSupport.No, Out = new AnsiConsoleOutput(said) });
        console.Profile.Width = 300;
        var root = TrackingCommands.Create((_, _) => Task.FromResult(ExitCodes.Done), console, new EagerTime());
        return (await TrackingCommands.RunAsync(root, arguments, console), said.ToString());
    }
}
