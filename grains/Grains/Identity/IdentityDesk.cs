using Microsoft.Extensions.Options;
using Tracking.Contracts.Access;
using Tracking.Contracts.Identifiers;
using Tracking.Domain.Identity;
using Tracking.Journal.Identity;

namespace Tracking.Grains.Identity;

/// <inheritdoc cref="IIdentityDesk"/>
/// <remarks>What a silo that dies leaves undone after its commit is marked in the journal: <see cref="InheritanceSweep"/> does it.</remarks>
internal sealed class IdentityDesk(IIdentityStore store, OrderInheritance inheritance, IOptions<IdentityOptions> options, TimeProvider time) : IIdentityDesk
{
    public async ValueTask<ImmutableArray<LinkChange>> RegisterAsync(SellerProfile profile, Actor by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(profile);
        var changes = await store.RegisterAsync(profile, options.Value.Thresholds, Now, by, cancellationToken);
        SellerKey[] concerned = [profile.Seller, .. changes.Select(c => c.Link.First == profile.Seller ? c.Link.Second : c.Link.First)];
        await inheritance.BringUpAsync(concerned, cancellationToken);
        return changes;
    }

    public async ValueTask<(VerdictResult Result, SellerLink? Link)> JudgeAsync(
        SellerKey one, SellerKey other, bool confirmed, int version, Actor by, string reason, CancellationToken cancellationToken)
    {
        var judged = await store.JudgeAsync(one, other, confirmed ? LinkState.Confirmed : LinkState.Refuted, version, Now, by, reason, cancellationToken);
        if (judged.Result == VerdictResult.Done)
        {
            await inheritance.BringUpAsync([one, other], cancellationToken);
        }

        return judged;
    }

    private long Now => ReportedTime.From(time.GetUtcNow()).Microseconds;
}
