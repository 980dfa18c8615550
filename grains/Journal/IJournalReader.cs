using Tracking.Contracts.Facts;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Live;
using Tracking.Contracts.Sellers;

namespace Tracking.Journal;

/// <summary>The read side: the feed, head rows, lists and counts. Never blocks a writer.</summary>
public interface IJournalReader
{
    /// <summary>The feed's end now: events committed later are after it.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<FeedCursor> ReadEndAsync(CancellationToken cancellationToken);

    /// <summary>Events after a cursor, in the one order that every reader sees, none left out and none twice.</summary>
    /// <param name="after">Where to go on.</param>
    /// <param name="notableOnly">Only holds, decisions, exceptions, violations and what else people are told.</param>
    /// <param name="max">At most so many events.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="FeedLostException">The cursor is of another epoch: the store was restored; read the lists anew.</exception>
    ValueTask<FeedPage> ReadFeedAsync(FeedCursor after, bool notableOnly, int max, CancellationToken cancellationToken);

    /// <summary>The head rows of numbers that are known.</summary>
    /// <param name="numbers">Numbers.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<ImmutableArray<ShipmentRow>> ReadRowsAsync(IReadOnlyList<ShipmentNumber> numbers, CancellationToken cancellationToken);

    /// <summary>Open holds of some shipments.</summary>
    /// <param name="numbers">Numbers.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<ImmutableArray<HoldRow>> ReadHoldsAsync(IReadOnlyList<ShipmentNumber> numbers, CancellationToken cancellationToken);

    /// <summary>Shipments, newest first, every filter on an index.</summary>
    /// <param name="filter">What to list.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<ShipmentPage> ListShipmentsAsync(ShipmentFilter filter, CancellationToken cancellationToken);

    /// <summary>The hold queue, latest placed first.</summary>
    /// <param name="after">The last page's <see cref="HoldPage.Next"/>; null for the first page.</param>
    /// <param name="limit">1 to 500.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<HoldPage> ListHoldsAsync(string? after, int limit, CancellationToken cancellationToken);

    /// <summary>The summed counts of a scope.</summary>
    /// <param name="scope">Empty for all shipments, or a seller as marketplace/account.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<SellerCounts> ReadCountsAsync(string scope, CancellationToken cancellationToken);

    /// <summary>Details of parties by their references; unknown ones are left out.</summary>
    /// <param name="references">References from events.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<ImmutableDictionary<Guid, PartyDetails>> ReadPartiesAsync(IReadOnlyList<Guid> references, CancellationToken cancellationToken);
}
