namespace Tracking.Domain.Clocks;

/// <summary>Which deadline of a shipment: ids of holds are unique per authority, a hold has each clock once.</summary>
/// <param name="Authority">Whose hold it is.</param>
/// <param name="Hold">The hold.</param>
/// <param name="Clock">The clock.</param>
public readonly record struct DeadlineKey(string Authority, string Hold, string Clock);
