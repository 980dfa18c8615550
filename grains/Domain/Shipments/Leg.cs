using Tracking.Contracts.Statuses;

namespace Tracking.Domain.Shipments;

/// <summary>How far a bill or a piece has come, and the scan that said so.</summary>
/// <param name="Status">The status.</param>
/// <param name="Order">The scan's place in the order; null before the first one.</param>
internal readonly record struct Leg(TransportStatus Status, OrderedFact? Order)
{
    // Carriers do rescan: after the end only what begins a delivery or return anew reopens.
    public Leg Next(TransportStatus status, OrderedFact fact) =>
        IsEnd(Status) && !(status.Main() is TransportStatus.OutForDelivery or TransportStatus.Attempted or TransportStatus.Returning || IsEnd(status))
            ? this
            : new Leg(status, fact);

    private static bool IsEnd(TransportStatus status) =>
        status.Main() is TransportStatus.Delivered or TransportStatus.Returned or TransportStatus.Destroyed;
}
