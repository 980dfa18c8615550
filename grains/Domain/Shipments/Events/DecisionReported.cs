using Tracking.Contracts.Facts;

namespace Tracking.Domain.Shipments.Events;

/// <summary>An authority's decision was reported.</summary>
/// <param name="Decision">The decision.</param>
public sealed record DecisionReported(Decision Decision) : FactEvent(Decision);
