using Tracking.Journal.Deliveries;

namespace Tracking.Journal.Sqlite;

/// <summary>Messages to partners in SQLite.</summary>
internal sealed class SqliteDeliveries(SqliteStore store) : IDeliveryStore
{
    public ValueTask<FeedPage> ReadNewsAsync(FeedCursor after, int max, CancellationToken cancellationToken) => store.ReadNewsAsync(after, max, cancellationToken);

    public ValueTask<DeliveryEndpoint> EnterAsync(string endpoint, FeedCursor end, CancellationToken cancellationToken) =>
        store.WriteAsync(sql => DeliveryStatements.EnterAsync(sql, endpoint, end), cancellationToken);

    public ValueTask<DeliveryEndpoint?> ReadAsync(string endpoint, CancellationToken cancellationToken) =>
        store.ReadAsync(sql => DeliveryStatements.EndpointAsync(sql, endpoint), cancellationToken);

    public ValueTask<bool> QueueAsync(string endpoint, DeliveryEndpoint seen, FeedCursor next, IReadOnlyList<NewDelivery> messages, long now, CancellationToken cancellationToken) =>
        store.WriteAsync(sql => DeliveryStatements.QueueAsync(sql, endpoint, seen, next, messages, now), cancellationToken);

    public ValueTask<ImmutableArray<Delivery>> FindDueAsync(string endpoint, long now, bool firstsOnly, int max, CancellationToken cancellationToken) =>
        store.ReadAsync(sql => DeliveryStatements.FindDueAsync(sql, endpoint, now, firstsOnly, max), cancellationToken);

    public async ValueTask DeliveredAsync(string endpoint, IReadOnlyList<Delivery> messages, string answer, CancellationToken cancellationToken) =>
        await store.WriteAsync(sql => DeliveryStatements.DeliveredAsync(sql, endpoint, messages, answer), cancellationToken);

    public ValueTask<int> FailedAsync(string endpoint, Delivery message, string answer, long now, long? nextAt, CancellationToken cancellationToken) =>
        store.WriteAsync(sql => DeliveryStatements.FailedAsync(sql, endpoint, message, answer, now, nextAt), cancellationToken);

    public async ValueTask PauseAsync(string endpoint, long until, CancellationToken cancellationToken) =>
        await store.WriteAsync(sql => DeliveryStatements.PauseAsync(sql, endpoint, until), cancellationToken);

    public async ValueTask DisableAsync(string endpoint, long? disabledAt, CancellationToken cancellationToken) =>
        await store.WriteAsync(sql => DeliveryStatements.DisableAsync(sql, endpoint, disabledAt), cancellationToken);

    public ValueTask<int> RedeliverAsync(string endpoint, DeliveryChoice choice, long now, CancellationToken cancellationToken) =>
        store.WriteAsync(sql => DeliveryStatements.RedeliverAsync(sql, endpoint, choice, now), cancellationToken);

    public ValueTask<ImmutableArray<Delivery>> ListAsync(string endpoint, DeliveryState? state, long after, int max, CancellationToken cancellationToken) =>
        store.ReadAsync(sql => DeliveryStatements.ListAsync(sql, endpoint, state, after, max), cancellationToken);

    public ValueTask<DeliveryCounts> CountAsync(string endpoint, CancellationToken cancellationToken) =>
        store.ReadAsync(sql => DeliveryStatements.CountAsync(sql, endpoint), cancellationToken);

    public ValueTask<int> ForgetAsync(string endpoint, long before, CancellationToken cancellationToken) =>
        store.WriteAsync(sql => DeliveryStatements.ForgetAsync(sql, endpoint, before), cancellationToken);
}
