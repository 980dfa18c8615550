namespace Tracking.Contracts.Clearance;

/// <summary>The rows of the clearance table: each a circumstance that answers the belt's question.</summary>
public enum ClearanceRow : byte
{
    /// <summary>The silo has no valid lease, no current order cache or no journal.</summary>
    NotFenced = 0,
    /// <summary>No fact about the number, its bill or its box.</summary>
    NeverSeen = 1,
    /// <summary>Do-not-load, before departure.</summary>
    DoNotLoad = 2,
    /// <summary>Do-not-load, departed all the same.</summary>
    DoNotLoadDeparted = 3,
    /// <summary>Seized, forfeited or destroyed.</summary>
    Seized = 4,
    /// <summary>Excluded or abandoned.</summary>
    Excluded = 5,
    /// <summary>A pre-departure request (information, screening) is open.</summary>
    RequestOpen = 6,
    /// <summary>An exam is ordered and not completed.</summary>
    ExamOpen = 7,
    /// <summary>An authority's hold, or an order with effect hold; not arrived yet.</summary>
    HeldNotArrived = 8,
    /// <summary>An authority's hold, or an order with effect hold; arrived.</summary>
    HeldArrived = 9,
    /// <summary>The carrier's own hold, or an order with effect stop.</summary>
    CarrierHold = 10,
    /// <summary>A referral is open, not decided, younger than the port's patience.</summary>
    ReferralOpen = 11,
    /// <summary>A border is on its way and import is not released.</summary>
    NotReleased = 12,
    /// <summary>Released with conditions.</summary>
    ReleasedWithConditions = 13,
    /// <summary>It is not known whether a border is on its way.</summary>
    RouteUnknown = 14,
    /// <summary>The number was possibly used again.</summary>
    NumberReused = 15,
    /// <summary>Released for fewer pieces than there are, the authority has not said which.</summary>
    PartReleased = 16,
    /// <summary>Nothing else fits.</summary>
    Free = 17,
}
