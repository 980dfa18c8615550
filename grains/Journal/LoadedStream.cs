using Tracking.Contracts.Identifiers;
using Tracking.Domain.Shipments.Events;

namespace Tracking.Journal;

/// <summary>A stream as an activation reads it.</summary>
/// <param name="Number">The number asked for.</param>
/// <param name="Stream">The stream; empty where the number was never seen.</param>
/// <param name="Life">Which use of the number.</param>
/// <param name="Events">Its events by version, from 1, without holes.</param>
public sealed record LoadedStream(ShipmentNumber Number, Guid Stream, int Life, ImmutableArray<ShipmentEvent> Events)
{
    /// <summary>The version of the head.</summary>
    public int Version => Events.Length;
}
