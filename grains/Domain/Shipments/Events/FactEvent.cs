using Tracking.Contracts.Facts;

namespace Tracking.Domain.Shipments.Events;

/// <summary>A fact from outside.</summary>
/// <param name="Fact">The fact as received, parties without their details.</param>
public abstract record FactEvent(Fact Fact) : ShipmentEvent;
