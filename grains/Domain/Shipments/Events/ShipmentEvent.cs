namespace Tracking.Domain.Shipments.Events;

/// <summary>
/// Something in a shipment's stream. Closed: every kind has its file here, a number in the journal, a golden file and
/// a sentence on the timeline. Stored events are never changed, only upcast.
/// </summary>
public abstract record ShipmentEvent;
