using Tracking.Contracts.Access;
using Tracking.Contracts.Identifiers;
using Tracking.Domain.Identity;
using Tracking.Journal.Identity;

namespace Tracking.Grains.Identity;

/// <summary>Where sellers are made known with what tells them apart, and where links between them are judged.</summary>
public interface IIdentityDesk
{
    /// <summary>Makes a seller known. When it returns, orders on those whom he is linked to are in force for him on every silo.</summary>
    /// <param name="profile">What is known of him.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="cancellationToken">Gives up waiting; what was committed is followed up all the same.</param>
    /// <returns>The links that changed.</returns>
    ValueTask<ImmutableArray<LinkChange>> RegisterAsync(SellerProfile profile, Actor by, CancellationToken cancellationToken);

    /// <summary>Records a verdict. When it returns, orders that follow from it are in force, or lifted, on every silo.</summary>
    /// <param name="one">One seller.</param>
    /// <param name="other">The other.</param>
    /// <param name="confirmed">Whether they are one.</param>
    /// <param name="version">The version of the link that was looked at.</param>
    /// <param name="by">Who judges.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Gives up waiting; what was committed is followed up all the same.</param>
    ValueTask<(VerdictResult Result, SellerLink? Link)> JudgeAsync(
        SellerKey one, SellerKey other, bool confirmed, int version, Actor by, string reason, CancellationToken cancellationToken);
}
