using System.Collections.Immutable;
using Tracking.Contracts.Access;
using Tracking.Contracts.Identifiers;
using Tracking.Domain.Identity;
using Tracking.Grains.Identity;
using Tracking.Journal.Identity;

namespace Tracking.Api.Tests;

/// <summary>The desk over the journal, without a cluster in which orders would follow.</summary>
internal sealed class IdentityDeskDouble(IIdentityStore store) : IIdentityDesk
{
    private const long Now = 1_790_000_000_000_000;

    public ValueTask<ImmutableArray<LinkChange>> RegisterAsync(SellerProfile profile, Actor by, CancellationToken cancellationToken) =>
        store.RegisterAsync(profile, new LinkThresholds(0.2, 0.75), Now, by, cancellationToken);

    public ValueTask<(VerdictResult Result, SellerLink? Link)> JudgeAsync(
        SellerKey one, SellerKey other, bool confirmed, int version, Actor by, string reason, CancellationToken cancellationToken) =>
        store.JudgeAsync(one, other, confirmed ? LinkState.Confirmed : LinkState.Refuted, version, Now, by, reason, cancellationToken);
}
