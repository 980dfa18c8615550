using Tracking.Contracts.Sellers;

namespace Tracking.Api.Tests;

/// <summary>A seller that is known if the account is.</summary>
internal sealed class SellerDouble(string key) : ISellerGrain
{
    public ValueTask<SellerView?> GetAsync(CancellationToken cancellationToken = default) => ValueTask.FromResult(
        key.EndsWith("/nobody", StringComparison.Ordinal)
            ? null
            : new SellerView { Marketplace = key.Split('/')[0], Account = key.Split('/')[1], Counts = new SellerCounts { Shipments = 3, InTransit = 2 } });

    public ValueTask MeetAsync(DateTimeOffset at, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;
}
