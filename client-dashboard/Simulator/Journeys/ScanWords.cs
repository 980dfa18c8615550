using Tracking.Contracts.Facts;
using Tracking.Contracts.Statuses;

namespace Tracking.Simulator.Journeys;

/// <summary>The codes and texts that the simulated carriers use for what they scan.</summary>
internal static class ScanWords
{
    public static (string Code, string Text) For(TransportStatus status, CustomsReport customs) => customs switch
    {
        CustomsReport.Held => ("CH", "Held by customs"),
        CustomsReport.Released => ("CR", "Released by customs"),
        CustomsReport.Presented => ("CP", "Presented to customs"),
        _ => For(status),
    };

    private static (string Code, string Text) For(TransportStatus status) => status switch
    {
        TransportStatus.Announced => ("AN", "Label made"),
        TransportStatus.AcceptedPickedUp => ("PU", "Picked up"),
        TransportStatus.AcceptedInducted => ("IN", "Inducted at depot"),
        TransportStatus.InTransitSorted => ("SO", "Sorted"),
        TransportStatus.InTransitLoaded => ("LD", "Loaded"),
        TransportStatus.InTransitDeparted => ("DP", "Departed"),
        TransportStatus.InTransitArrived => ("AR", "Arrived"),
        TransportStatus.InTransitUnloaded => ("UL", "Unloaded"),
        TransportStatus.AtBorder => ("BO", "Arrived at the border"),
        TransportStatus.OutForDelivery => ("OD", "Out for delivery"),
        TransportStatus.AttemptedAbsent => ("NA", "Delivery attempted, nobody there"),
        TransportStatus.AttemptedRefused => ("RF", "Refused by the consignee"),
        TransportStatus.AvailableForCollection => ("CO", "Waits to be collected"),
        TransportStatus.DeliveredRecipient => ("DL", "Delivered"),
        TransportStatus.DeliveredNeighbour => ("DN", "Delivered to a neighbour"),
        TransportStatus.DeliveredLocker => ("DK", "Delivered to a locker"),
        TransportStatus.ExceptionMissorted => ("MS", "Missorted"),
        TransportStatus.ExceptionLost => ("LO", "Lost"),
        TransportStatus.ExceptionAddress => ("AD", "Address to be confirmed"),
        TransportStatus.Returning => ("RT", "On the way back to the shipper"),
        TransportStatus.Returned => ("RD", "Back at the shipper"),
        TransportStatus.Cancelled => ("CX", "Cancelled by the shipper"),
        TransportStatus.Destroyed => ("DX", "Destroyed"),
        _ => ("XX", "Event"),
    };
}
