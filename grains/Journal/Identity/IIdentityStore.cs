using Tracking.Contracts.Access;
using Tracking.Contracts.Identifiers;
using Tracking.Domain.Identity;

namespace Tracking.Journal.Identity;

/// <summary>
/// Sellers with what may tell one from another, links between them, and every change of a link. Registrations hold one
/// counter row until they commit: of two sellers who come at once, the later one always finds the earlier.
/// </summary>
public interface IIdentityStore
{
    /// <summary>Remembers a seller and links him with those who may be he, in one transaction. The same again changes nothing.</summary>
    /// <param name="profile">What is known of him now; what was known before is kept.</param>
    /// <param name="thresholds">From when on two are proposed, and linked.</param>
    /// <param name="at">When, microseconds since 1970 UTC.</param>
    /// <param name="by">Who acts.</param>
    /// <param name="cancellationToken">Gives up; the outcome is unknown then.</param>
    /// <returns>The links that changed.</returns>
    ValueTask<ImmutableArray<LinkChange>> RegisterAsync(SellerProfile profile, LinkThresholds thresholds, long at, Actor by, CancellationToken cancellationToken);

    /// <summary>Records an investigator's verdict. The same verdict again changes nothing.</summary>
    /// <param name="one">One seller.</param>
    /// <param name="other">The other.</param>
    /// <param name="verdict">Confirmed or refuted.</param>
    /// <param name="version">The version of the link that he looked at.</param>
    /// <param name="at">When, microseconds since 1970 UTC.</param>
    /// <param name="by">Who.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Gives up; the outcome is unknown then.</param>
    /// <returns>What came of it, and the link; null where there is none.</returns>
    ValueTask<(VerdictResult Result, SellerLink? Link)> JudgeAsync(
        SellerKey one, SellerKey other, LinkState verdict, int version, long at, Actor by, string reason, CancellationToken cancellationToken);

    /// <summary>A seller and all those who are linked to him, over any number of links; of a large cluster the first so many.</summary>
    /// <param name="seller">The seller.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<ImmutableArray<SellerKey>> ReadClusterAsync(SellerKey seller, CancellationToken cancellationToken);

    /// <summary>All links of a seller, refuted ones too.</summary>
    /// <param name="seller">The seller.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<ImmutableArray<SellerLink>> ReadLinksAsync(SellerKey seller, CancellationToken cancellationToken);

    /// <summary>Links in a state, those that changed longest ago first, with the sequence of their last change.</summary>
    /// <param name="state">The state.</param>
    /// <param name="after">The sequence after which to go on.</param>
    /// <param name="max">At most so many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<ImmutableArray<(long Sequence, SellerLink Link)>> ListAsync(LinkState state, long after, int max, CancellationToken cancellationToken);

    /// <summary>Everything that was ever thought of two sellers, in order.</summary>
    /// <param name="one">One.</param>
    /// <param name="other">The other.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<ImmutableArray<LinkChange>> ReadChangesAsync(SellerKey one, SellerKey other, CancellationToken cancellationToken);

    /// <summary>Sellers whose links changed and whose orders were not looked at since.</summary>
    /// <param name="max">At most so many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<ImmutableArray<SellerKey>> ReadPendingAsync(int max, CancellationToken cancellationToken);

    /// <summary>Notes that the orders of sellers were looked at.</summary>
    /// <param name="sellers">Which.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask SettleAsync(IReadOnlyList<SellerKey> sellers, CancellationToken cancellationToken);

    /// <summary>Inherited orders on any of some sellers, or that follow from orders on them, ended ones too.</summary>
    /// <param name="sellers">The sellers.</param>
    /// <param name="sources">The orders, as owner/id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<ImmutableArray<InheritedOrder>> ReadInheritedAsync(IReadOnlyList<SellerKey> sellers, IReadOnlyList<string> sources, CancellationToken cancellationToken);

    /// <summary>The epoch of orders up to which inheritance has followed.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<long> ReadFollowedAsync(CancellationToken cancellationToken);

    /// <summary>Notes up to which epoch inheritance has followed. Never goes back.</summary>
    /// <param name="epoch">The epoch.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask SaveFollowedAsync(long epoch, CancellationToken cancellationToken);

    /// <summary>Notes an inherited order, or that it has ended.</summary>
    /// <param name="order">The order.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask SaveInheritedAsync(InheritedOrder order, CancellationToken cancellationToken);
}

/// <summary>An order that counts for a seller because another one stands on somebody whom he is linked to.</summary>
/// <param name="Key">Its own key, as owner/id.</param>
/// <param name="Source">The order that it follows from.</param>
/// <param name="Seller">The seller whom it was placed on.</param>
/// <param name="Ended">Whether it was taken back.</param>
public sealed record InheritedOrder(string Key, string Source, SellerKey Seller, bool Ended);

/// <summary>What can come of a verdict.</summary>
public enum VerdictResult : byte
{
    /// <summary>It is recorded, now or before.</summary>
    Done = 0,
    /// <summary>The two are not linked and never were proposed.</summary>
    NotFound = 1,
    /// <summary>The link has changed since it was looked at.</summary>
    OtherVersion = 2,
}
