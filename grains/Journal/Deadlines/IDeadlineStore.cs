using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Live;

namespace Tracking.Journal.Deadlines;

/// <summary>Deadlines as rows: found by when they have to be woken, and listed by when they end.</summary>
public interface IDeadlineStore
{
    /// <summary>How many buckets there are: the shares in which silos wake deadlines.</summary>
    const int Buckets = 32;

    /// <summary>Deadlines whose state time alone has changed, the longest overdue first.</summary>
    /// <param name="now">Now, microseconds since 1970 UTC.</param>
    /// <param name="buckets">Of these buckets.</param>
    /// <param name="after">Those after this one; null for the first.</param>
    /// <param name="max">At most so many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<ImmutableArray<DueDeadline>> FindDueAsync(long now, ImmutableArray<int> buckets, DueDeadline? after, int max, CancellationToken cancellationToken);

    /// <summary>The queue of deadlines, the one that ends next first.</summary>
    /// <param name="after">The last page's <see cref="DeadlinePage.Next"/>; null for the first page.</param>
    /// <param name="limit">1 to 500.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="FormatException"><paramref name="after"/> is not what a page gave as next.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="limit"/> is not 1 to 500.</exception>
    ValueTask<DeadlinePage> ListAsync(string? after, int limit, CancellationToken cancellationToken);
}

/// <summary>A deadline that has to be woken.</summary>
/// <param name="Stream">The shipment's stream.</param>
/// <param name="Ordinal">Which deadline of it.</param>
/// <param name="Number">The shipment.</param>
/// <param name="WakeAt">Since when, microseconds since 1970 UTC.</param>
public sealed record DueDeadline(Guid Stream, int Ordinal, ShipmentNumber Number, long WakeAt);

/// <summary>A page of the queue.</summary>
/// <param name="Rows">The deadlines.</param>
/// <param name="Next">For the page after it; null where there is none.</param>
public sealed record DeadlinePage(ImmutableArray<DeadlineRow> Rows, string? Next);
