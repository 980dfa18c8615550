namespace Tracking.Contracts.Facts;

/// <summary>What a carrier's scan says of customs. Never moves a customs status and lifts no hold but the carrier's own.</summary>
public enum CustomsReport : byte
{
    /// <summary>Nothing.</summary>
    None = 0,
    /// <summary>That it was shown to customs.</summary>
    Presented = 1,
    /// <summary>That customs holds it: the hold is known to the carrier from then on.</summary>
    Held = 2,
    /// <summary>That customs released it: a discrepancy while a hold is open.</summary>
    Released = 3,
}
