using Orleans.Placement;
using Orleans.Runtime;

namespace Tracking.Grains.Shipments.Homes;

/// <summary>Placement by <see cref="ShipmentHomes"/>.</summary>
[GenerateSerializer, Immutable, Alias("tracking.home-placement")]
internal sealed class HomePlacement : PlacementStrategy;

/// <summary>Wakes the grain at its home.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class HomePlacementAttribute() : PlacementAttribute(new HomePlacement());
