using Orleans.Runtime;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Sellers;
using Tracking.Journal;

namespace Tracking.Grains.Sellers;

/// <summary>One seller: a small record of his own, and counts that follow his shipments' heads.</summary>
[GrainType("seller")]
internal sealed class SellerGrain(
    IGrainContext context,
    [PersistentState("seller", SellerGrain.Storage)] IPersistentState<SellerRecord> record,
    IJournalReader journal) : IGrainBase, ISellerGrain
{
    /// <summary>The storage of what changes seldom.</summary>
    public const string Storage = "records";
    private readonly SellerKey key = SellerKey.Parse(context.GrainId.Key.ToString()!);

    public IGrainContext GrainContext => context;

    public async ValueTask<SellerView?> GetAsync(CancellationToken cancellationToken)
    {
        var counts = await journal.ReadCountsAsync(key.ToString(), cancellationToken);
        if (!record.RecordExists && counts == default)
        {
            this.DeactivateOnIdle();
            return null;
        }

        return new SellerView { Marketplace = key.Marketplace, Account = key.Account, Counts = counts, FirstSeen = record.State.FirstSeen };
    }

    public async ValueTask MeetAsync(DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (record.State.FirstSeen is null)
        {
            record.State.FirstSeen = at;
            await record.WriteStateAsync(CancellationToken.None);
        }
    }
}
