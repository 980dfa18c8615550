using Tracking.Contracts.Live;
using Tracking.Dashboard.Live;

namespace Tracking.Page.Tests.Live;

public sealed class RecentChangesTests
{
    [Fact]
    public void A_reader_gets_every_change_once_and_in_order()
    {
        var recent = new RecentChanges();
        recent.Restart("p0");
        var (place, _) = recent.Tip;
        recent.Append(Changes(1, 3), "p3");
        var first = recent.Read(place, 2)!.Value;
        Assert.Equal(["p1", "p2"], first.Changes.Select(change => change.Position));
        Assert.Equal("p2", first.Position);
        var second = recent.Read(first.Place, 10)!.Value;
        Assert.Equal(["p3"], second.Changes.Select(change => change.Position));
        recent.Append([], "p9");
        Assert.Equal("p9", recent.Read(second.Place, 10)!.Value.Position);
    }

    [Fact]
    public void A_reader_that_is_too_slow_has_lost_its_place()
    {
        var recent = new RecentChanges();
        recent.Restart("p0");
        var (place, _) = recent.Tip;
        recent.Append(Changes(1, RecentChanges.Kept), "x");
        Assert.NotNull(recent.Read(place, 1));
        recent.Append(Changes(RecentChanges.Kept + 1, 1), "y");
        Assert.Null(recent.Read(place, 1));
    }

    [Fact]
    public void A_feed_that_begins_anew_loses_every_place()
    {
        var recent = new RecentChanges();
        recent.Restart("p0");
        var (place, _) = recent.Tip;
        recent.Restart("q0");
        Assert.Null(recent.Read(place, 1));
        Assert.Empty(recent.Read(recent.Tip.Place, 1)!.Value.Changes);
    }

    [Fact]
    public void A_position_is_found_while_it_is_kept()
    {
        var recent = new RecentChanges();
        recent.Restart("p0");
        recent.Append(Changes(1, 4), "tip");
        Assert.Equal(["p3", "p4"], recent.Read(recent.Find("p2")!.Value, 10)!.Value.Changes.Select(change => change.Position));
        Assert.Empty(recent.Read(recent.Find("tip")!.Value, 10)!.Value.Changes);
        Assert.Null(recent.Find("elsewhere"));
    }

    private static ImmutableArray<LiveChange> Changes(int from, int count) =>
        [.. Enumerable.Range(from, count).Select(n => new LiveChange(
            $"p{n}", "decision-reported", "hold-placed", DateTimeOffset.UnixEpoch, new ShipmentRow { Carrier = "dhl", Number = "1" }, []))];
}
