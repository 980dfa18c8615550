using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Tracking.Contracts.Holds;
using Tracking.Contracts.Statuses;
using Tracking.Dashboard.Live;
using Tracking.Page.Tests.World;

namespace Tracking.Page.Tests.Live;

public sealed class LiveHubTests
{
    [Fact]
    public async Task Each_frame_names_the_position_of_the_one_before()
    {
        await using var host = await PageHost.StartAsync();
        await using var stream = await LiveStream.OpenAsync(host);
        await stream.UntilAsync(frame => frame.Counters is not null);
        for (var index = 0; index < 30; index++)
        {
            host.Journal.Hold(FakeJournal.NumberOf($"C{index}"), HoldKind.Manifest);
            await stream.UntilAsync(frame => frame.Changes.Any(change => change.Row.Number == $"C{index}"));
        }

        Assert.All(stream.Frames.Zip(stream.Frames.Skip(1)), pair => Assert.Equal(pair.First.Position, pair.Second.Previous));
        Assert.Equal(host.Journal.NotablePositions, stream.Positions);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(1_700)]
    public async Task Who_names_the_last_position_gets_what_came_after_it_and_nothing_twice(int missed)
    {
        // The server starts after the changes: it knows none of them, so that they come from the journal.
        var journal = new FakeJournal();
        journal.Hold(FakeJournal.NumberOf("BEFORE"), HoldKind.Manifest);
        var position = journal.NotablePositions[0];
        Make(journal, "M", missed);
        await using var host = await PageHost.StartAsync(journal);
        await using var stream = await LiveStream.OpenAsync(host, position);
        Make(journal, "LIVE", 5);
        await stream.UntilAsync(frame => frame.Changes.Any(change => change.Row.Number == "LIVE4"));
        Assert.Equal(position, stream.Frames[0].Previous);
        Assert.Equal(journal.NotablePositions.Skip(1), stream.Positions);
    }

    [Fact]
    public async Task Who_missed_too_much_is_told_to_load_anew_and_goes_on_from_there()
    {
        var journal = new FakeJournal();
        var position = (await journal.ReadEndAsync(default)).Text;
        Make(journal, "M", LiveSession.MostMissed + 1);
        await using var host = await PageHost.StartAsync(journal);
        await using var stream = await LiveStream.OpenAsync(host, position);
        await stream.UntilAsync(frame => frame.Resync);
        await stream.UntilAsync(frame => frame.Counters is not null);
        journal.Hold(FakeJournal.NumberOf("AFTER"), HoldKind.Manifest);
        await stream.UntilAsync(frame => frame.Changes.Any(change => change.Row.Number == "AFTER"));
    }

    [Theory]
    [InlineData("e0.7")]
    [InlineData("nonsense")]
    public async Task A_position_of_another_journal_leads_to_a_resync(string position)
    {
        await using var host = await PageHost.StartAsync();
        await using var stream = await LiveStream.OpenAsync(host, position);
        await stream.UntilAsync(frame => frame.Resync);
    }

    [Fact]
    public async Task Who_comes_back_while_the_journal_cannot_be_read_gets_what_he_missed_when_it_can()
    {
        var journal = new FakeJournal();
        var position = (await journal.ReadEndAsync(default)).Text;
        Make(journal, "M", 3);
        await using var host = await PageHost.StartAsync(journal);
        await using var first = await LiveStream.OpenAsync(host);
        await first.UntilAsync(frame => frame.Counters is not null);
        journal.Unreachable = true;
        await using var stream = await LiveStream.OpenAsync(host, position);
        await first.UntilAsync(frame => frame.Counters is { BehindSeconds: > 0 });
        journal.Unreachable = false;
        await stream.UntilAsync(frame => frame.Changes.Any(change => change.Row.Number == "M2"));
        Assert.Equal(journal.NotablePositions, stream.Positions);
    }

    [Fact]
    public async Task Rows_come_for_the_shipments_that_are_watched_and_only_when_they_change()
    {
        await using var host = await PageHost.StartAsync();
        var (watched, other) = (FakeJournal.NumberOf("W"), FakeJournal.NumberOf("O"));
        host.Journal.Scan(watched, TransportStatus.Announced);
        host.Journal.Scan(other, TransportStatus.Announced);
        await using var stream = await LiveStream.OpenAsync(host);
        await stream.Hub.InvokeAsync("Watch", new[] { "dhl/W" });
        await stream.UntilAsync(frame => frame.Rows.Any(row => row.Status == TransportStatus.Announced));
        host.Journal.Scan(other, TransportStatus.Accepted);
        host.Journal.Scan(watched, TransportStatus.InTransitDeparted);
        await stream.UntilAsync(frame => frame.Rows.Any(row => row.Status == TransportStatus.InTransitDeparted));
        Assert.Equal([1, 2], stream.Frames.SelectMany(frame => frame.Rows).Select(row => row.Version));
        Assert.All(stream.Frames.SelectMany(frame => frame.Rows), row => Assert.Equal("W", row.Number));
    }

    [Fact]
    public async Task What_cannot_be_watched_is_refused_in_words()
    {
        await using var host = await PageHost.StartAsync();
        await using var stream = await LiveStream.OpenAsync(host);
        var many = Enumerable.Range(0, WatchedShipments.MostPerConnection + 1).Select(n => $"dhl/{n}").ToArray();
        var tooMany = await Assert.ThrowsAsync<HubException>(() => stream.Hub.InvokeAsync("Watch", many));
        Assert.Contains("At most 200 shipments", tooMany.Message, StringComparison.Ordinal);
        var wrong = await Assert.ThrowsAsync<HubException>(() => stream.Hub.InvokeAsync("Watch", new[] { "no slash" }));
        Assert.Contains("carrier/number", wrong.Message, StringComparison.Ordinal);
        await stream.UntilAsync(frame => frame.Counters is not null);
    }

    [Fact]
    public async Task The_counters_say_how_far_behind_they_are()
    {
        await using var host = await PageHost.StartAsync();
        await using var stream = await LiveStream.OpenAsync(host);
        await stream.UntilAsync(frame => frame.Counters is { BehindSeconds: 0 });
        host.Journal.Unreachable = true;
        await stream.UntilAsync(frame => frame.Counters is { BehindSeconds: > 1 });
        host.Journal.Unreachable = false;
        await stream.UntilAsync(frame => frame.Counters is { BehindSeconds: 0 });
    }

    private static void Make(FakeJournal journal, string prefix, int count)
    {
        for (var index = 0; index < count; index++)
        {
            journal.Hold(FakeJournal.NumberOf($"{prefix}{index}"), HoldKind.Manifest);
        }
    }
}
