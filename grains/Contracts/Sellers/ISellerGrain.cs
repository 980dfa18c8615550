using Orleans.Concurrency;

namespace Tracking.Contracts.Sellers;

/// <summary>One seller. Key: <c>marketplace/account</c>. Keeps no list of shipments; its counts come from the tallies.</summary>
[Alias("tracking.seller")]
public interface ISellerGrain : IGrainWithStringKey
{
    /// <summary>The seller with live counts; null for one never heard of.</summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    [Alias("get"), AlwaysInterleave]
    ValueTask<SellerView?> GetAsync(CancellationToken cancellationToken = default);

    /// <summary>Remembers when the seller was first heard of. Cheap when it was before.</summary>
    /// <param name="at">When.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    [Alias("meet")]
    ValueTask MeetAsync(DateTimeOffset at, CancellationToken cancellationToken = default);
}
