using Orleans.Runtime;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Orders;
using Tracking.Contracts.Sellers;
using Tracking.Journal;
using Tracking.Journal.Orders;

namespace Tracking.Grains.Sellers;

/// <summary>One seller: a small record of his own, and counts that follow his shipments' heads.</summary>
[GrainType("seller")]
internal sealed class SellerGrain(
    IGrainContext context,
    [PersistentState("seller", SellerGrain.Storage)] IPersistentState<SellerRecord> record,
    IJournalReader journal,
    IOrderStore orders) : IGrainBase, ISellerGrain
{
    /// <summary>The storage of what changes seldom.</summary>
    public const string Storage = "records";
    private readonly SellerKey key = SellerKey.Parse(context.GrainId.Key.ToString()!);

    public IGrainContext GrainContext => context;

    public async ValueTask<SellerView?> GetAsync(CancellationToken cancellationToken)
    {
        var counts = await journal.ReadCountsAsync(key.ToString(), cancellationToken);
        var standing = await StandingAsync(cancellationToken);
        if (!record.RecordExists && counts == default && standing.IsEmpty)
        {
            this.DeactivateOnIdle();
            return null;
        }

        return new SellerView { Marketplace = key.Marketplace, Account = key.Account, Counts = counts, FirstSeen = record.State.FirstSeen, Orders = standing };
    }

    // Only what everybody who may ask about him may see: no silent order, none that is for its owner's eyes.
    private async Task<ImmutableArray<SellerOrder>> StandingAsync(CancellationToken cancellationToken)
    {
        var views = await orders.ListAsync(new OrderFilter { Seller = key.ToString(), Standing = true }, cancellationToken);
        return
        [
            .. views.Where(v => v.Order.Effect != OrderEffect.Watch && v.Order.Sharing <= SharingMark.Amber).Select(v => new SellerOrder(
                v.Order.Key, v.Order.Effect, v.Order.Reason, v.Order.Confidence, Time(v.Order.PlacedAt), v.Order.ExpiresAt is { } at ? Time(at) : null, v.Objections)),
        ];
    }

    private static DateTimeOffset Time(long microseconds) => new ReportedTime(microseconds, 0).ToDateTimeOffset();

    public async ValueTask MeetAsync(DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (record.State.FirstSeen is null)
        {
            record.State.FirstSeen = at;
            await record.WriteStateAsync(CancellationToken.None);
        }
    }
}
