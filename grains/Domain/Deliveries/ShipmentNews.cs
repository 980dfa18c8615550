using Tracking.Domain.Clocks;
using Tracking.Domain.Holds;

namespace Tracking.Domain.Deliveries;

/// <summary>What changed about a shipment and is told to partners.</summary>
public enum NewsKind : byte
{
    /// <summary>A hold or an exam was placed.</summary>
    HoldPlaced = 0,

    /// <summary>A hold has other terms or holds other pieces.</summary>
    HoldChanged = 1,

    /// <summary>A hold was lifted, or its placing was taken back.</summary>
    HoldLifted = 2,

    /// <summary>The shipment moved while it was held.</summary>
    ViolationRaised = 3,

    /// <summary>A late fact says that it was no violation.</summary>
    ViolationWithdrawn = 4,

    /// <summary>A legal deadline has come to another state.</summary>
    DeadlineStepped = 5,
}

/// <summary>One change; exactly one of hold, violation and deadline says which.</summary>
/// <param name="Kind">What changed.</param>
/// <param name="Authority">Whose hold it is about; null where that is not known any more.</param>
/// <param name="Hold">The hold after it; as it was before where it is gone.</param>
/// <param name="Violation">The violation.</param>
/// <param name="HoldId">The hold's id.</param>
/// <param name="Deadline">The deadline's step.</param>
public sealed record ShipmentNews(NewsKind Kind, string? Authority, string HoldId, Hold? Hold = null, Violation? Violation = null, Shipments.Events.DeadlineStepped? Deadline = null);
