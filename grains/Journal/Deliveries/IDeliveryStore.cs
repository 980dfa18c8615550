namespace Tracking.Journal.Deliveries;

/// <summary>Messages to partners: queued once each, sent at least once, kept for a while.</summary>
public interface IDeliveryStore
{
    /// <summary>The part of the feed from which messages follow: notable events, and what standing orders do to single shipments.</summary>
    /// <param name="after">Where to go on.</param>
    /// <param name="max">At most so many events.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="FeedLostException">The cursor is of another epoch.</exception>
    ValueTask<FeedPage> ReadNewsAsync(FeedCursor after, int max, CancellationToken cancellationToken);

    /// <summary>How far an endpoint is; one that is new begins at the feed's end.</summary>
    /// <param name="endpoint">The endpoint, as partner/id.</param>
    /// <param name="end">The feed's end now.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<DeliveryEndpoint> EnterAsync(string endpoint, FeedCursor end, CancellationToken cancellationToken);

    /// <summary>How far an endpoint is; null where it never began.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<DeliveryEndpoint?> ReadAsync(string endpoint, CancellationToken cancellationToken);

    /// <summary>Queues messages and moves the cursor in one transaction, unless somebody else has moved it.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="seen">Where it was seen.</param>
    /// <param name="next">Where the cursor goes.</param>
    /// <param name="messages">The messages, in order: they get the sequences after <see cref="DeliveryEndpoint.Sequence"/>.</param>
    /// <param name="now">Now, microseconds since 1970 UTC.</param>
    /// <param name="cancellationToken">Gives up; what was queued shows at the cursor.</param>
    /// <returns>Whether they are queued.</returns>
    ValueTask<bool> QueueAsync(string endpoint, DeliveryEndpoint seen, FeedCursor next, IReadOnlyList<NewDelivery> messages, long now, CancellationToken cancellationToken);

    /// <summary>Messages that are due, oldest first.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="now">Now, microseconds since 1970 UTC.</param>
    /// <param name="firstsOnly">Only the first that waits of each shipment.</param>
    /// <param name="max">At most so many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<ImmutableArray<Delivery>> FindDueAsync(string endpoint, long now, bool firstsOnly, int max, CancellationToken cancellationToken);

    /// <summary>Notes that the receiver has messages.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="messages">The messages.</param>
    /// <param name="answer">What it answered.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask DeliveredAsync(string endpoint, IReadOnlyList<Delivery> messages, string answer, CancellationToken cancellationToken);

    /// <summary>Notes an attempt that failed.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="message">The message.</param>
    /// <param name="answer">What came of it.</param>
    /// <param name="now">When it was made, microseconds since 1970 UTC.</param>
    /// <param name="nextAt">When it is tried again; null: it and all that waits of its shipment are given up.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many were given up.</returns>
    ValueTask<int> FailedAsync(string endpoint, Delivery message, string answer, long now, long? nextAt, CancellationToken cancellationToken);

    /// <summary>Pauses an endpoint.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="until">Until when, microseconds since 1970 UTC.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask PauseAsync(string endpoint, long until, CancellationToken cancellationToken);

    /// <summary>Disables an endpoint, or enables it again without a pause.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="disabledAt">Since when, microseconds since 1970 UTC; null: it is enabled.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask DisableAsync(string endpoint, long? disabledAt, CancellationToken cancellationToken);

    /// <summary>Queues messages again that were queued before, delivered or not, in their old places.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="choice">Which.</param>
    /// <param name="now">Now, microseconds since 1970 UTC.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many.</returns>
    ValueTask<int> RedeliverAsync(string endpoint, DeliveryChoice choice, long now, CancellationToken cancellationToken);

    /// <summary>Messages without their bodies, by sequence.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="state">Only those; null: all.</param>
    /// <param name="after">After this sequence.</param>
    /// <param name="max">At most so many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<ImmutableArray<Delivery>> ListAsync(string endpoint, DeliveryState? state, long after, int max, CancellationToken cancellationToken);

    /// <summary>What waits and what was given up.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<DeliveryCounts> CountAsync(string endpoint, CancellationToken cancellationToken);

    /// <summary>Forgets messages that are delivered or dead and were queued before a time.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="before">Microseconds since 1970 UTC.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many.</returns>
    ValueTask<int> ForgetAsync(string endpoint, long before, CancellationToken cancellationToken);
}
