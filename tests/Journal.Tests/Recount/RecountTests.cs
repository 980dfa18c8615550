using Tracking.Domain.Shipments;
using Tracking.Journal.Recount;
using static Tracking.Journal.Tests.World;

namespace Tracking.Journal.Tests.Recount;

/// <summary>What the recount promises on every store. Each store's class runs all of it.</summary>
public abstract class RecountTests : IAsyncLifetime
{
    private protected IJournalStore Store { get; private set; } = null!;

    private protected abstract JournalOptions Journal { get; }

    private protected ShipmentWriter Writer { get; private set; } = null!;

    private protected abstract Task<IJournalStore> OpenAsync();

    private protected abstract ValueTask CloseAsync(IJournalStore store);

    /// <summary>Changes rows behind the product's back.</summary>
    private protected abstract Task SpoilAsync(string sql);

    /// <summary>Where the main status is kept.</summary>
    private protected abstract string StageTable { get; }

    public async Task InitializeAsync()
    {
        Store = await OpenAsync();
        await Store.MigrateAsync(default);
        Writer = new ShipmentWriter(Store);
    }

    public virtual async Task DisposeAsync() => await CloseAsync(Store);

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public async Task A_journal_as_shipments_write_it_agrees_with_its_recount(int seed)
    {
        var facts = new RandomFacts(seed, shipments: 50);
        for (var batch = 0; batch < 60; batch++)
        {
            await Writer.WriteAsync(batch % 3, facts.Next(20));
        }

        var report = await RecountAsync();

        Assert.Empty(Sentences(report));
        Assert.Equal((50, Writer.Facts, Writer.Facts), (report.Streams, report.Facts, report.FeedEvents));
    }

    [Fact]
    public async Task A_journal_of_many_ranges_is_read_whole_and_shown_stream_by_stream()
    {
        const int Shipments = 9_000;
        for (var first = 0; first < Shipments; first += 1_000)
        {
            await Writer.WriteAsync(0, Enumerable.Range(first, 1_000).Select(number => Scan(Number($"1Z{number}"), $"s{number}").Scan));
        }

        var seen = new System.Collections.Concurrent.ConcurrentBag<string>();
        var progress = default(RecountProgress);
        var report = await JournalRecount.RunAsync(
            new RecountRequest
            {
                Journal = Journal,
                Rules = _ => CarrierRules.Default,
                Clocks = Law.Library,
                Readers = 3,
                Seen = (number, events) => seen.Add($"{number.Number}: {events.Count}"),
                Progress = now => progress = now with { Streams = Math.Max(now.Streams, progress.Streams) },
            },
            default);

        Assert.Empty(Sentences(report));
        Assert.Equal((Shipments, Shipments), (report.Streams, report.FeedEvents));
        Assert.Equal(Enumerable.Range(0, Shipments).Select(number => $"1Z{number}: 1").Order(), seen.Order());
        Assert.Equal((Shipments, Shipments), (progress.Streams, progress.Expected));
    }

    /// <summary>What is spoilt, and what the recount says of it: kind, field.</summary>
    public static TheoryData<string, string, string> Spoilt => new()
    {
        { "DELETE FROM events WHERE stream IN (SELECT stream FROM heads WHERE number = '1Z1') AND version = 2", "versions", "version" },
        { "DELETE FROM events WHERE stream IN (SELECT stream FROM heads WHERE number = '1Z1') AND version = 2", "tallies", "facts" },
        { "UPDATE events SET version = version + 1000 WHERE stream IN (SELECT stream FROM heads WHERE number = '1Z1') AND version = 2", "feed", "place of version 1002" },
        { "UPDATE events SET payload = (SELECT f.payload FROM events f JOIN heads h ON h.stream = f.stream WHERE h.number = '1Z1' AND f.version = 1) WHERE stream IN (SELECT stream FROM heads WHERE number = '1Z1') AND version = 3", "facts", "scan-reported a1 of ups" },
        { "UPDATE events SET type = 99 WHERE stream IN (SELECT stream FROM heads WHERE number = '1Z1') AND version = 3", "events", "version 3" },
        { "UPDATE events SET type = 99 WHERE stream IN (SELECT stream FROM heads WHERE number = '1Z1') AND version = 3", "feed", "page after" },
        { "DELETE FROM heads WHERE number = '1Z1'", "heads", "row" },
        { "UPDATE heads SET version = version - 1 WHERE number = '1Z1'", "heads", "version" },
        { "UPDATE heads SET status = status + 16 WHERE number = '1Z1'", "heads", "status" },
        { "UPDATE heads SET customs = customs + 1 WHERE number = '1Z1'", "heads", "customs" },
        { "UPDATE heads SET open_holds = open_holds + 1 WHERE number = '1Z1'", "heads", "open_holds" },
        { "UPDATE heads SET violations = violations + 1 WHERE number = '1Z1'", "heads", "violations" },
        { "UPDATE heads SET discrepancies = discrepancies + 1 WHERE number = '1Z1'", "heads", "discrepancies" },
        { "UPDATE heads SET last_at = last_at + 1 WHERE number = '1Z1'", "heads", "last_at" },
        { "UPDATE heads SET links_pending = NOT links_pending WHERE number = '1Z1'", "heads", "links_pending" },
        { "UPDATE heads SET released = NOT released WHERE number = '1Z1'", "heads", "released" },
        { "UPDATE heads SET seized = NOT seized WHERE number = '1Z1'", "heads", "seized" },
        { "UPDATE heads SET seller = 'bazaar/other' WHERE number = '1Z1'", "heads", "seller" },
        { "UPDATE heads SET place = NULL WHERE number = '1Z1'", "heads", "place" },
        { "UPDATE heads SET origin = 'ZZ' WHERE number = '1Z1'", "heads", "origin" },
        { "UPDATE heads SET destination = 'ZZ' WHERE number = '1Z1'", "heads", "destination" },
        { "UPDATE heads SET belongs_to = '1Z2' WHERE number = '1Z1'", "heads", "belongs_to" },
        { "DELETE FROM listing WHERE number = '1Z1'", "listing", "row" },
        { "UPDATE listing SET held = NOT held WHERE number = '1Z1'", "listing", "held" },
        { "UPDATE listing SET violated = NOT violated WHERE number = '1Z1'", "listing", "violated" },
        { "UPDATE listing SET discrepant = NOT discrepant WHERE number = '1Z1'", "listing", "discrepant" },
        { "UPDATE listing SET forwards = NOT forwards WHERE number = '1Z1'", "listing", "forwards" },
        { "UPDATE listing SET seller = NULL WHERE number = '1Z1'", "listing", "seller" },
        { "UPDATE listing SET pending_since = 1 WHERE number = '1Z1'", "listing", "pending" },
        { "UPDATE STAGES SET status = 112 WHERE stream IN (SELECT stream FROM heads WHERE number = '1Z1')", "stages", "status" },
        { "DELETE FROM STAGES WHERE stream IN (SELECT stream FROM heads WHERE number = '1Z1')", "stages", "row" },
        { "DELETE FROM open_holds WHERE number = '1Z1'", "open_holds", "row" },
        { "UPDATE open_holds SET reason = 'other' WHERE number = '1Z1'", "open_holds", "reason" },
        { "UPDATE open_holds SET number = '1Z9' WHERE number = '1Z1'", "open_holds", "number" },
        { "DELETE FROM deadlines WHERE number = '1Z1'", "deadlines", "row" },
        { "UPDATE deadlines SET wake_at = NULL WHERE number = '1Z1'", "deadlines", "wake_at" },
        { "UPDATE deadlines SET ends_at = ends_at + 1 WHERE number = '1Z1'", "deadlines", "ends_at" },
        { "UPDATE deadlines SET bucket = 31 - bucket WHERE number = '1Z1'", "deadlines", "bucket" },
        { "UPDATE deadlines SET content = '{}' WHERE number = '1Z1'", "deadlines", "content" },
        { "UPDATE tallies SET held = held + 1 WHERE scope = ''", "tallies", "held" },
        { "DELETE FROM tallies WHERE scope = 'bazaar/s1'", "tallies", "shipments" },
        { "UPDATE tallies SET scope = 'bazaar/none' WHERE scope = 'bazaar/s1'", "tallies", "shipments" },
        { "UPDATE events SET notable = NOT notable WHERE stream IN (SELECT stream FROM heads WHERE number = '1Z1')", "", "" },
    };

    [Theory, MemberData(nameof(Spoilt))]
    public async Task What_is_spoilt_is_found_and_named(string sql, string kind, string field)
    {
        await WriteHeldShipmentsAsync();
        Assert.Empty(Sentences(await RecountAsync()));

        await SpoilAsync(sql.Replace("STAGES", StageTable, StringComparison.Ordinal));
        var report = await RecountAsync();

        // Which events are notable is not decided anew: rules change, and what people were told stays.
        Assert.Equal(kind.Length == 0, report.Agrees);
        Assert.True(
            kind.Length == 0 || report.Differences.Single(differences => differences.Kind == kind).First.Any(found => found.Field.StartsWith(field, StringComparison.Ordinal)),
            string.Join('\n', Sentences(report)));
    }

    [Fact]
    public async Task Rows_of_streams_that_have_no_events_are_named()
    {
        await WriteHeldShipmentsAsync();
        await SpoilAsync("DELETE FROM events WHERE stream IN (SELECT stream FROM heads WHERE number = '1Z1')");

        var report = await RecountAsync();

        Assert.All(["heads", "listing", "stages", "open_holds", "tallies"], kind => Assert.Contains(report.Differences, differences => differences.Kind == kind));
    }

    [Fact]
    public async Task All_differences_are_counted_and_the_first_of_each_kind_are_kept()
    {
        await Writer.WriteAsync(0, Enumerable.Range(0, 30).Select(number => Scan(Number($"1Z{number}"), $"s{number}").Scan));
        await SpoilAsync("UPDATE heads SET last_at = last_at + 1");

        var heads = Assert.Single((await RecountAsync()).Differences);

        Assert.Equal(("heads", 30, 10), (heads.Kind, heads.Count, heads.First.Length));
    }

    [Fact]
    public async Task Beside_a_running_writer_nothing_differs()
    {
        using var enough = new CancellationTokenSource();
        var facts = new RandomFacts(7, shipments: 400);
        await Writer.WriteAsync(0, facts.Next(500));
        var writing = Task.Run(async () =>
        {
            for (var batch = 0; !enough.IsCancellationRequested; batch++)
            {
                await Writer.WriteAsync(batch % 3, facts.Next(25));
            }
        });
        var sizes = new HashSet<long>();
        while (sizes.Count < 6 && !writing.IsCompleted)
        {
            var report = await RecountAsync();
            Assert.Empty(Sentences(report));
            sizes.Add(report.Events);
        }

        await enough.CancelAsync();
        await writing;
        Assert.Equal(6, sizes.Count);
    }

    [Fact]
    public async Task A_journal_of_another_version_is_refused()
    {
        await SpoilAsync("UPDATE schema_versions SET version = version + 100");
        var refusal = await Assert.ThrowsAsync<JournalUnreadableException>(RecountAsync);
        Assert.Contains("version", refusal.Message, StringComparison.Ordinal);
    }

    private protected Task<RecountReport> RecountAsync() =>
        JournalRecount.RunAsync(new RecountRequest { Journal = Journal, Rules = _ => CarrierRules.Default, Clocks = Law.Library, Readers = 2 }, default);

    private protected static IEnumerable<string> Sentences(RecountReport report) => report.Differences.SelectMany(kind => kind.First).Select(difference => difference.ToString());

    // Two shipments with a seller, scans and an open hold each, and one without.
    private async Task WriteHeldShipmentsAsync()
    {
        foreach (var name in (string[])["1Z1", "1Z2"])
        {
            var number = Number(name);
            await Writer.WriteAsync(0, Scan(number, "a1").Scan);
            await Writer.WriteAsync(1, RandomFacts.Seller(number, "s1"), Scan(number, "a2").Scan);
            await Writer.WriteAsync(2, RandomFacts.Hold(number));
        }

        await Writer.WriteAsync(0, Scan(Number("1Z3"), "a1").Scan);
    }
}
