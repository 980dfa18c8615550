using Tracking.Domain.Shipments;
using Tracking.Journal;

namespace Tracking.Grains.Shipments;

/// <summary>What a stream would be after an append that is not durable yet.</summary>
/// <param name="After">The state after it.</param>
/// <param name="Append">The append.</param>
internal sealed record Proposal(ShipmentState After, Append Append);
