namespace Tracking.Contracts.Shipments;

/// <summary>What a piece answers to a <see cref="LinkRequest"/>.</summary>
public enum LinkAnswer : byte
{
    /// <summary>It belongs to the bill and has handed its facts over; or the link is taken back.</summary>
    Confirmed = 0,
    /// <summary>A later manifest of another bill names it.</summary>
    BelongsElsewhere = 1,
    /// <summary>It is a bill with pieces of its own: a link would nest bills or close a circle.</summary>
    IsBill = 2,
}
