using System.Collections.Concurrent;
using System.Collections.Immutable;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Live;
using Tracking.Contracts.Sellers;
using Tracking.Journal.Consolidations;
using Tracking.Journal.Epcis;
using Tracking.Journal.Orders;

namespace Tracking.Journal.Tests.Writing;

/// <summary>A store in front of another one that fails where a test wants it to, and shows what it was asked.</summary>
internal sealed class FaultyStore(IJournalStore inner) : IJournalStore
{
    private int committing;

    public IContentStore Contents => inner.Contents;

    /// <summary>Thrown before the inner store sees the batch.</summary>
    public Func<IReadOnlyList<Append>, Exception?> BeforeCommit { get; set; } = _ => null;

    /// <summary>Thrown after the inner store committed: an acknowledgement that got lost.</summary>
    public Func<IReadOnlyList<Append>, Exception?> AfterCommit { get; set; } = _ => null;

    /// <summary>Where every commit waits first.</summary>
    public Func<Task> Gate { get; set; } = () => Task.CompletedTask;

    public ConcurrentQueue<IReadOnlyList<Append>> Batches { get; } = [];

    public ConcurrentQueue<int> Loads { get; } = [];

    /// <summary>Streams that were seen in two commits at a time.</summary>
    public ConcurrentBag<Guid> Overlaps { get; } = [];

    public int MostAtOnce { get; private set; }

    private readonly ConcurrentDictionary<Guid, int> underWay = [];

    public async ValueTask<ImmutableArray<AppendResult>> CommitAsync(IReadOnlyList<Append> batch, int writerSlot, CancellationToken cancellationToken)
    {
        Batches.Enqueue([.. batch]);
        MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref committing));
        foreach (var append in batch)
        {
            if (underWay.AddOrUpdate(append.Stream, 1, (_, count) => count + 1) > 1)
            {
                Overlaps.Add(append.Stream);
            }
        }

        try
        {
            await Gate();
            if (BeforeCommit(batch) is { } before)
            {
                throw before;
            }

            var results = await inner.CommitAsync(batch, writerSlot, cancellationToken);
            return AfterCommit(batch) is { } after ? throw after : results;
        }
        finally
        {
            foreach (var append in batch)
            {
                underWay.AddOrUpdate(append.Stream, 0, (_, count) => count - 1);
            }

            Interlocked.Decrement(ref committing);
        }
    }

    public ValueTask<ImmutableArray<LoadedStream>> LoadAsync(IReadOnlyList<ShipmentNumber> numbers, CancellationToken cancellationToken)
    {
        Loads.Enqueue(numbers.Count);
        return numbers.Any(number => number.Number == "UNREADABLE")
            ? throw new InvalidDataException("unreadable")
            : inner.LoadAsync(numbers, cancellationToken);
    }

    public ValueTask MigrateAsync(CancellationToken cancellationToken) => inner.MigrateAsync(cancellationToken);

    public ILeaseStore Leases => inner.Leases;

    public IOrderStore Orders => inner.Orders;

    public Identity.IIdentityStore Identities => inner.Identities;

    public IEventStore Events => inner.Events;

    public Deadlines.IDeadlineStore Deadlines => inner.Deadlines;

    public Deliveries.IDeliveryStore Deliveries => inner.Deliveries;

    public ValueTask<ImmutableArray<ShipmentNumber>> FindPendingLinksAsync(TimeSpan olderThan, int max, CancellationToken cancellationToken) =>
        inner.FindPendingLinksAsync(olderThan, max, cancellationToken);

    public ValueTask<FeedCursor> ReadEndAsync(CancellationToken cancellationToken) => inner.ReadEndAsync(cancellationToken);

    public ValueTask<FeedPage> ReadFeedAsync(FeedCursor after, bool notableOnly, int max, CancellationToken cancellationToken) =>
        inner.ReadFeedAsync(after, notableOnly, max, cancellationToken);

    public ValueTask<ImmutableArray<ShipmentRow>> ReadRowsAsync(IReadOnlyList<ShipmentNumber> numbers, CancellationToken cancellationToken) =>
        inner.ReadRowsAsync(numbers, cancellationToken);

    public ValueTask<ImmutableArray<HoldRow>> ReadHoldsAsync(IReadOnlyList<ShipmentNumber> numbers, CancellationToken cancellationToken) =>
        inner.ReadHoldsAsync(numbers, cancellationToken);

    public ValueTask<ShipmentPage> ListShipmentsAsync(ShipmentFilter filter, CancellationToken cancellationToken) =>
        inner.ListShipmentsAsync(filter, cancellationToken);

    public ValueTask<HoldPage> ListHoldsAsync(string? after, int limit, CancellationToken cancellationToken) =>
        inner.ListHoldsAsync(after, limit, cancellationToken);

    public ValueTask<SellerCounts> ReadCountsAsync(string scope, CancellationToken cancellationToken) => inner.ReadCountsAsync(scope, cancellationToken);

    public ValueTask<ImmutableDictionary<Guid, PartyDetails>> ReadPartiesAsync(IReadOnlyList<Guid> references, CancellationToken cancellationToken) =>
        inner.ReadPartiesAsync(references, cancellationToken);
}
