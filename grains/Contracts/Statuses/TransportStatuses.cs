namespace Tracking.Contracts.Statuses;

/// <summary>What is the same for all transport statuses of a kind.</summary>
public static class TransportStatuses
{
    /// <summary>The main status, without detail.</summary>
    /// <param name="status">Any status.</param>
    public static TransportStatus Main(this TransportStatus status) => (TransportStatus)((byte)status & 0xF0);

    /// <summary>Whether the carrier is done with the shipment: delivered, returned, cancelled or destroyed.</summary>
    /// <param name="status">Any status.</param>
    public static bool IsTerminal(this TransportStatus status) =>
        status.Main() is TransportStatus.Delivered or TransportStatus.Returned or TransportStatus.Cancelled or TransportStatus.Destroyed;

    /// <summary>Whether the carrier has it and is not done: accepted and later, not terminal.</summary>
    /// <param name="status">Any status.</param>
    public static bool IsInTransit(this TransportStatus status) => status.Main() > TransportStatus.Announced && !status.IsTerminal();

    /// <summary>
    /// Whether a scan with this status says that the parcel was moved, which an open hold forbids without a permit:
    /// departed, loaded, handed over, out for delivery, delivered.
    /// </summary>
    /// <param name="status">Any status.</param>
    public static bool IsMovement(this TransportStatus status) =>
        status is TransportStatus.InTransitDeparted or TransportStatus.InTransitLoaded or TransportStatus.InTransitHandedOver
        || status.Main() is TransportStatus.OutForDelivery or TransportStatus.Delivered;
}
