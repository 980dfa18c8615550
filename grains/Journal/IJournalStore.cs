using Tracking.Contracts.Identifiers;
using Tracking.Journal.Consolidations;
using Tracking.Journal.Deadlines;
using Tracking.Journal.Deliveries;
using Tracking.Journal.Epcis;
using Tracking.Journal.Identity;
using Tracking.Journal.Orders;

namespace Tracking.Journal;

/// <summary>One store behind the journal: PostgreSQL or SQLite. The same tests run against both.</summary>
public interface IJournalStore : IJournalReader
{
    /// <summary>Brings the schema up to date, once, safely when several silos start together.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask MigrateAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Commits a batch in one transaction: every append all or nothing, with head, listing, holds, tallies, parties and
    /// outbox. A conflict costs its own append, not the batch. An append sent again is found by its id.
    /// </summary>
    /// <param name="batch">At most one append per stream.</param>
    /// <param name="writerSlot">Which of the tally rows this writer adds to, 0 to 63.</param>
    /// <param name="cancellationToken">Gives up; the outcome is unknown then.</param>
    /// <returns>A result per append, in order.</returns>
    /// <remarks>Any other exception: nothing of the batch is committed, and its content is the reason.</remarks>
    /// <exception cref="JournalUnavailableException">The store cannot be reached; the outcome is unknown.</exception>
    ValueTask<ImmutableArray<AppendResult>> CommitAsync(IReadOnlyList<Append> batch, int writerSlot, CancellationToken cancellationToken);

    /// <summary>Reads the streams of many numbers in one go: the latest life of each.</summary>
    /// <param name="numbers">Numbers, none twice.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>One entry per number, in order.</returns>
    ValueTask<ImmutableArray<LoadedStream>> LoadAsync(IReadOnlyList<ShipmentNumber> numbers, CancellationToken cancellationToken);

    /// <summary>Leases of silos.</summary>
    ILeaseStore Leases { get; }

    /// <summary>Standing orders.</summary>
    IOrderStore Orders { get; }

    /// <summary>Events of EPCIS.</summary>
    IEventStore Events { get; }

    /// <summary>Legal deadlines.</summary>
    IDeadlineStore Deadlines { get; }

    /// <summary>What is in boxes.</summary>
    IContentStore Contents { get; }

    /// <summary>Sellers who may be one.</summary>
    IIdentityStore Identities { get; }

    /// <summary>Messages to partners.</summary>
    IDeliveryStore Deliveries { get; }

    /// <summary>Numbers of bills whose links have waited for their confirmation for longer than a while.</summary>
    /// <param name="olderThan">How long.</param>
    /// <param name="max">At most so many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<ImmutableArray<ShipmentNumber>> FindPendingLinksAsync(TimeSpan olderThan, int max, CancellationToken cancellationToken);
}
