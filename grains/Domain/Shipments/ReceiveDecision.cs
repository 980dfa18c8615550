using Tracking.Contracts.Facts;
using Tracking.Domain.Shipments.Events;

namespace Tracking.Domain.Shipments;

/// <summary>What becomes of facts that were handed in.</summary>
/// <param name="Events">Events to append; empty where all were known or refused.</param>
/// <param name="Marks">The marks of those events that are facts, in their order.</param>
/// <param name="Outcomes">An outcome per fact, in the order given.</param>
public sealed record ReceiveDecision(ImmutableArray<ShipmentEvent> Events, ImmutableArray<FactMark> Marks, ImmutableArray<FactOutcome> Outcomes);
