using Microsoft.Extensions.Logging;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Live;
using Tracking.Contracts.Sellers;
using Tracking.Journal.Consolidations;
using Tracking.Journal.Deadlines;
using Tracking.Journal.Deliveries;
using Tracking.Journal.Epcis;
using Tracking.Journal.Identity;
using Tracking.Journal.Orders;
using Tracking.Journal.Writing;

namespace Tracking.Journal.Postgres;

/// <summary>The journal in PostgreSQL 15 or later, for a cluster: any number of silos write, any number of dashboards read.</summary>
public sealed class PostgresStore : IJournalStore, IAsyncDisposable
{
    private static readonly TimeSpan Daily = TimeSpan.FromDays(1);

    private readonly PostgresConnections connections;
    private readonly TimeProvider time;
    private readonly ILogger<PostgresStore> logger;
    private ITimer? maintenance;
    private Guid epoch;

    /// <summary>Opens nothing yet.</summary>
    /// <param name="connectionString">Where to; its password is not logged.</param>
    /// <param name="time">The clock of partitions, leases and waiting links.</param>
    /// <param name="logger">Log.</param>
    /// <exception cref="ArgumentException">The connection string cannot be read.</exception>
    public PostgresStore(string connectionString, TimeProvider time, ILogger<PostgresStore> logger)
    {
        connections = new PostgresConnections(connectionString);
        this.time = time;
        this.logger = logger;
        Leases = new PostgresLeases(connections.Hot);
        Orders = new PostgresOrders(connections);
        Events = new PostgresEvents(connections);
        Deadlines = new PostgresDeadlines(connections);
        Contents = new PostgresContents(connections);
        Identities = new PostgresIdentities(connections);
        Deliveries = new PostgresDeliveries(connections, () => epoch);
    }

    /// <inheritdoc/>
    public async ValueTask MigrateAsync(CancellationToken cancellationToken)
    {
        epoch = await PostgresErrors.RunAsync(async () =>
            await PostgresMigrations.ApplyAsync(connections.Lists, time.GetUtcNow(), logger, cancellationToken));
        maintenance ??= time.CreateTimer(_ => _ = MakePartitionsAsync(), null, Daily, Daily);
    }

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<AppendResult>> CommitAsync(IReadOnlyList<Append> batch, int writerSlot, CancellationToken cancellationToken) =>
        PostgresErrors.RunAsync(async () =>
        {
            // What fails on the way is rolled back when the connection goes back to its pool.
            await using var connection = await connections.Hot.OpenConnectionAsync(cancellationToken);
            return await new PostgresBatch(connection, batch, writerSlot, Now).CommitAsync(cancellationToken);
        });

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<LoadedStream>> LoadAsync(IReadOnlyList<ShipmentNumber> numbers, CancellationToken cancellationToken) =>
        PostgresErrors.RunAsync(() => PostgresReads.LoadAsync(connections.Hot, numbers, cancellationToken));

    /// <inheritdoc/>
    public ILeaseStore Leases { get; }

    /// <inheritdoc/>
    public IOrderStore Orders { get; }

    /// <inheritdoc/>
    public IEventStore Events { get; }

    /// <inheritdoc/>
    public IDeadlineStore Deadlines { get; }

    /// <inheritdoc/>
    public IContentStore Contents { get; }

    /// <inheritdoc/>
    public IIdentityStore Identities { get; }

    /// <inheritdoc/>
    public IDeliveryStore Deliveries { get; }

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<ShipmentNumber>> FindPendingLinksAsync(TimeSpan olderThan, int max, CancellationToken cancellationToken) =>
        PostgresErrors.RunAsync(() => PostgresReads.PendingLinksAsync(connections.Lists, Now - (long)olderThan.TotalMicroseconds, max, cancellationToken));

    /// <inheritdoc/>
    public ValueTask<FeedCursor> ReadEndAsync(CancellationToken cancellationToken) =>
        PostgresErrors.RunAsync(() => PostgresFeed.EndAsync(connections.Hot, cancellationToken));

    /// <inheritdoc/>
    public ValueTask<FeedPage> ReadFeedAsync(FeedCursor after, bool notableOnly, int max, CancellationToken cancellationToken) =>
        PostgresErrors.RunAsync(() => PostgresFeed.ReadAsync(connections.Hot, after, epoch, notableOnly, max, cancellationToken));

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<ShipmentRow>> ReadRowsAsync(IReadOnlyList<ShipmentNumber> numbers, CancellationToken cancellationToken) =>
        PostgresErrors.RunAsync(() => PostgresReads.RowsAsync(connections.Hot, numbers, cancellationToken));

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<HoldRow>> ReadHoldsAsync(IReadOnlyList<ShipmentNumber> numbers, CancellationToken cancellationToken) =>
        PostgresErrors.RunAsync(() => PostgresReads.HoldsAsync(connections.Hot, numbers, cancellationToken));

    /// <inheritdoc/>
    public ValueTask<ShipmentPage> ListShipmentsAsync(ShipmentFilter filter, CancellationToken cancellationToken) =>
        PostgresErrors.RunAsync(() => PostgresReads.ListAsync(connections.Lists, filter, cancellationToken));

    /// <inheritdoc/>
    public ValueTask<HoldPage> ListHoldsAsync(string? after, int limit, CancellationToken cancellationToken) =>
        PostgresErrors.RunAsync(() => PostgresReads.HoldQueueAsync(connections.Lists, after, limit, cancellationToken));

    /// <inheritdoc/>
    public ValueTask<SellerCounts> ReadCountsAsync(string scope, CancellationToken cancellationToken) =>
        PostgresErrors.RunAsync(() => PostgresReads.CountsAsync(connections.Hot, scope, cancellationToken));

    /// <inheritdoc/>
    public ValueTask<ImmutableDictionary<Guid, PartyDetails>> ReadPartiesAsync(IReadOnlyList<Guid> references, CancellationToken cancellationToken) =>
        PostgresErrors.RunAsync(() => PostgresReads.PartiesAsync(connections.Hot, references, cancellationToken));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (maintenance is not null)
        {
            await maintenance.DisposeAsync();
        }

        await connections.DisposeAsync();
    }

    private long Now => RowReader.Microseconds(time.GetUtcNow());

    private async Task MakePartitionsAsync()
    {
        try
        {
            await PostgresMigrations.MakePartitionsAsync(connections.Lists, time.GetUtcNow(), CancellationToken.None);
        }
        catch (Exception error) when (error is Npgsql.NpgsqlException or ObjectDisposedException)
        {
            logger.PartitionsNotMade(error);
        }
    }
}
