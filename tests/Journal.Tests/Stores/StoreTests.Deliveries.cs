using Tracking.Contracts.Holds;
using Tracking.Contracts.Orders;
using Tracking.Domain.Shipments.Events;
using Tracking.Journal.Deliveries;
using Tracking.Journal.Events;
using static Tracking.Journal.Tests.World;

namespace Tracking.Journal.Tests.Stores;

public abstract partial class StoreTests
{
    private const string Endpoint = "ups/main";

    private IDeliveryStore Deliveries => Store.Deliveries;

    [Fact]
    public async Task An_endpoint_begins_at_the_end_of_the_feed_and_stays_where_it_is()
    {
        Assert.Null(await Deliveries.ReadAsync(Endpoint, default));
        Assert.Equal(new DeliveryEndpoint(new FeedCursor("one"), 0, 0, null), await Deliveries.EnterAsync(Endpoint, new FeedCursor("one"), default));
        Assert.Equal("one", (await Deliveries.EnterAsync(Endpoint, new FeedCursor("two"), default)).Cursor.Text);
    }

    [Fact]
    public async Task Of_two_that_queue_from_the_same_cursor_one_has_lost_and_queues_nothing()
    {
        var seen = await Deliveries.EnterAsync(Endpoint, new FeedCursor("one"), default);
        Assert.True(await Deliveries.QueueAsync(Endpoint, seen, new FeedCursor("two"), [Message("a")], 10, default));
        Assert.False(await Deliveries.QueueAsync(Endpoint, seen, new FeedCursor("two"), [Message("a")], 10, default));
        Assert.Equal(["a"], await Due(10, Endpoint));
        Assert.Equal(("two", 1L), await Where());
    }

    [Fact]
    public async Task Later_messages_of_a_shipment_wait_for_the_first_and_other_shipments_do_not()
    {
        await Queue(Message("a1", "ups/A"), Message("a2", "ups/A"), Message("b1", "ups/B"));
        Assert.Equal(["a1", "b1"], await Due(10, Endpoint));

        await Deliveries.FailedAsync(Endpoint, await One("a1"), "500", 10, 50, default);
        Assert.Equal(["b1"], await Due(49, Endpoint));
        Assert.Equal(["a1", "b1"], await Due(50, Endpoint));

        await Deliveries.DeliveredAsync(Endpoint, [await One("a1")], "200", default);
        Assert.Equal(["a2", "b1"], await Due(50, Endpoint));
    }

    [Fact]
    public async Task What_is_given_up_takes_all_that_waits_of_its_shipment_with_it_and_nothing_else()
    {
        await Queue(Message("a1", "ups/A"), Message("a2", "ups/A"), Message("b1", "ups/B"));
        Assert.Equal(2, await Deliveries.FailedAsync(Endpoint, await One("a1"), "500", 10, null, default));
        Assert.Equal(["b1"], await Due(100, Endpoint));
        Assert.Equal(["a1", "a2"], (await Deliveries.ListAsync(Endpoint, DeliveryState.Dead, 0, 10, default)).Select(d => d.Id));
        Assert.Equal(new DeliveryCounts(1, 2, 10), await Deliveries.CountAsync(Endpoint, default));
    }

    [Fact]
    public async Task One_message_or_a_shipment_or_all_since_a_place_are_queued_again_in_their_places()
    {
        await Queue(Message("a1", "ups/A"), Message("b1", "ups/B"), Message("a2", "ups/A"));
        await Deliveries.DeliveredAsync(Endpoint, await Deliveries.ListAsync(Endpoint, null, 0, 10, default), "200", default);
        Assert.Empty(await Due(100, Endpoint));

        Assert.Equal(1, await Deliveries.RedeliverAsync(Endpoint, new DeliveryChoice("b1", null, null), 20, default));
        Assert.Equal(["b1"], await Due(20, Endpoint));
        Assert.Equal(2, await Deliveries.RedeliverAsync(Endpoint, new DeliveryChoice(null, "ups/A", null), 20, default));
        Assert.Equal(["a1", "b1"], await Due(20, Endpoint));
        await Deliveries.DeliveredAsync(Endpoint, await Deliveries.ListAsync(Endpoint, null, 0, 10, default), "200", default);
        Assert.Equal(2, await Deliveries.RedeliverAsync(Endpoint, new DeliveryChoice(null, null, 1), 20, default));
        Assert.Equal(["b1", "a2"], await Due(20, Endpoint));
        Assert.Equal(0, await Deliveries.RedeliverAsync(Endpoint, new DeliveryChoice("nobody's", null, null), 20, default));
    }

    [Fact]
    public async Task A_pause_is_never_shortened_and_enabling_ends_it()
    {
        await Queue();
        await Deliveries.PauseAsync(Endpoint, 100, default);
        await Deliveries.PauseAsync(Endpoint, 50, default);
        Assert.Equal(100, (await Deliveries.ReadAsync(Endpoint, default))!.PausedUntil);
        await Deliveries.DisableAsync(Endpoint, 7, default);
        await Deliveries.DisableAsync(Endpoint, 9, default);
        Assert.Equal(7, (await Deliveries.ReadAsync(Endpoint, default))!.DisabledAt);
        await Deliveries.DisableAsync(Endpoint, null, default);
        Assert.Equal((0L, (long?)null), await Deliveries.ReadAsync(Endpoint, default) is { } e ? (e.PausedUntil, e.DisabledAt) : default);
    }

    [Fact]
    public async Task What_still_waits_is_never_forgotten()
    {
        await Queue(Message("a1", "ups/A"), Message("b1", "ups/B"));
        await Deliveries.DeliveredAsync(Endpoint, [await One("a1")], "200", default);
        Assert.Equal(0, await Deliveries.ForgetAsync(Endpoint, 10, default));
        Assert.Equal(1, await Deliveries.ForgetAsync(Endpoint, 11, default));
        Assert.Equal(["b1"], (await Deliveries.ListAsync(Endpoint, null, 0, 10, default)).Select(d => d.Id));
    }

    [Fact]
    public async Task The_news_are_notable_events_and_those_of_standing_orders_in_the_order_of_the_feed()
    {
        var order = new OrderMatched("us-cbp/o1", 1, OrderEffect.Hold, HoldKind.IprDetention, "Counterfeit", false, 1, 1);
        var plain = First("1Z1");
        await Commit(plain);
        await Commit(After(plain) with { Events = [EventCodec.Encode(order, notable: false)] });
        await Commit(First("1Z2") with { Events = [EventCodec.Encode(World.Scan(Number("1Z2"), "s-1"), notable: true)] });
        await Commit(First("1Z3"));

        var page = await Store.Deliveries.ReadNewsAsync(FeedCursor.Start, 10, default);
        Assert.Equal([("1Z1", 2), ("1Z2", 1)], page.Events.Select(e => (e.Number.Number, e.Version)));
        var first = await Store.Deliveries.ReadNewsAsync(FeedCursor.Start, 1, default);
        Assert.Equal(("1Z1", 1), (Assert.Single(first.Events).Number.Number, first.Events.Length));
        Assert.Equal("1Z2", Assert.Single((await Store.Deliveries.ReadNewsAsync(first.Next, 1, default)).Events).Number.Number);
        Assert.Empty((await Store.Deliveries.ReadNewsAsync(page.Next, 10, default)).Events);
    }

    private static NewDelivery Message(string id, string shipment = "ups/A") => new(id, shipment, "hold.placed", "{}"u8.ToArray());

    private async Task Queue(params NewDelivery[] messages)
    {
        var seen = await Deliveries.EnterAsync(Endpoint, new FeedCursor("one"), default);
        Assert.True(await Deliveries.QueueAsync(Endpoint, seen, new FeedCursor("two"), messages, 10, default));
    }

    private async Task<IEnumerable<string>> Due(long now, string endpoint) => (await Deliveries.FindDueAsync(endpoint, now, firstsOnly: true, 10, default)).Select(d => d.Id);

    private async Task<Delivery> One(string id) => (await Deliveries.ListAsync(Endpoint, null, 0, 100, default)).Single(d => d.Id == id);

    private async Task<(string Cursor, long Sequence)> Where() => await Deliveries.ReadAsync(Endpoint, default) is { } e ? (e.Cursor.Text, e.Sequence) : default;
}
