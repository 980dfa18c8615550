using Tracking.Contracts.Identifiers;
using Tracking.Domain.Shipments.Events;

namespace Tracking.Journal;

/// <summary>An event in the feed.</summary>
/// <param name="Position">The cursor right after it.</param>
/// <param name="Number">The number of its stream.</param>
/// <param name="Version">Its version in the stream.</param>
/// <param name="Event">The event.</param>
public sealed record FeedEvent(FeedCursor Position, ShipmentNumber Number, int Version, ShipmentEvent Event);
