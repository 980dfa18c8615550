namespace Tracking.Domain.Shipments;

/// <summary>What is configured for a carrier and changes how its shipments are folded and cleared.</summary>
public sealed record CarrierRules
{
    /// <summary>What holds for a carrier that is not configured.</summary>
    public static CarrierRules Default { get; } = new();

    /// <summary>Whether it never crosses a customs border.</summary>
    public bool Domestic { get; init; }

    /// <summary>How long after a hold became known a move is still no violation. 0 to 24 hours.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How soon after the end of a shipment the carrier does not use its number again. 1 to 3,650 days.</summary>
    public TimeSpan ReuseInterval { get; init; } = TimeSpan.FromDays(180);

    /// <summary>Whether a parcel under the carrier's own hold may still be loaded.</summary>
    public bool LoadsUnderOwnHold { get; init; }

    /// <summary>How many facts, decisions of authorities aside, one life may have. 100 to 100,000.</summary>
    public int MostFacts { get; init; } = 5_000;
}
