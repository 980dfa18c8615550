using Tracking.Contracts.Statuses;
using Tracking.Domain.Holds;
using Tracking.Domain.Routes;
using Tracking.Domain.Shipments;

namespace Tracking.Domain.Clearance;

/// <summary>Private knowledge has no power over goods: a port that does not decide on a referral lets them go after a while.</summary>
internal static class ReferralRules
{
    /// <summary>How long after arrival a referral keeps a parcel: four hours.</summary>
    private static readonly long Patience = (long)TimeSpan.FromHours(4).TotalMicroseconds;

    /// <summary>The shipment without the referrals that have outlived the port's patience.</summary>
    public static ShipmentState WithoutOutlived(ShipmentState state, long now)
    {
        ArgumentNullException.ThrowIfNull(state);
        foreach (var hold in state.Picture.Holds)
        {
            if (hold is { Nature: HoldNature.Referral, IsOpen: true } && IsOutlived(state, hold, now))
            {
                return state.WithHolds(state.Picture.Holds.RemoveAll(h => h.Nature == HoldNature.Referral && IsOutlived(state, h, now)));
            }
        }

        return state;
    }

    // It waits from the later of arrival and referral.
    private static bool IsOutlived(ShipmentState state, Hold hold, long now) =>
        ArrivedAt(state, hold.Territory) is { } arrived && now - Math.Max(arrived, hold.PlacedAt) > Patience;

    private static long? ArrivedAt(ShipmentState state, string territory)
    {
        long? earliest = null;
        foreach (ref readonly var fact in state.Facts.AsSpan())
        {
            var arrives = fact.IsScan && (fact.Place is null
                ? fact.Status == TransportStatus.AtBorder
                : CustomsTerritory.Of(PlaceNames.Country(fact.Place)) == territory);
            if (arrives && !(earliest <= fact.OccurredAt))
            {
                earliest = fact.OccurredAt;
            }
        }

        return earliest;
    }
}
