using Tracking.Domain.Cases;

namespace Tracking.Domain.Shipments.Events;

/// <summary>A person decided about the case of a hold. What follows for the goods stands beside it as a decision of the authority.</summary>
/// <param name="Authority">Whose hold it is; ids of holds are unique per authority.</param>
/// <param name="Change">The change.</param>
public sealed record CaseDecided(string Authority, CaseChanged Change) : ShipmentEvent;
