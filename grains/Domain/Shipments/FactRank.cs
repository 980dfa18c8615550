using Tracking.Contracts.Facts;
using Tracking.Contracts.Statuses;

namespace Tracking.Domain.Shipments;

/// <summary>Settles which of several facts of one time comes first: arrived before departed, hold before removal before release, delivered last.</summary>
public static class FactRank
{
    /// <summary>The rank; a smaller one comes first.</summary>
    /// <param name="fact">The fact.</param>
    public static byte Of(Fact fact) => fact switch
    {
        Scan scan => OfStatus(scan.Status),
        Manifest => 1,
        Dispatch => 2,
        Decision decision => OfDecision(decision.Kind),
        _ => byte.MaxValue,
    };

    private static byte OfDecision(DecisionKind kind) => kind switch
    {
        DecisionKind.Lodged => 30,
        DecisionKind.Presented => 31,
        DecisionKind.RequestPlaced => 40,
        DecisionKind.RequestAnswered => 41,
        DecisionKind.RequestRemoved => 42,
        DecisionKind.HoldPlaced => 50,
        DecisionKind.ExamOrdered => 51,
        DecisionKind.ExamCompleted => 52,
        DecisionKind.PermitGiven => 53,
        DecisionKind.Detained => 54,
        DecisionKind.HoldRemoved => 60,
        DecisionKind.Deleted => 61,
        DecisionKind.ReleasedWithConditions => 70,
        DecisionKind.Released => 71,
        DecisionKind.Abandoned => 72,
        DecisionKind.Excluded => 73,
        DecisionKind.ExportAllowed => 74,
        DecisionKind.Seized => 75,
        DecisionKind.Forfeited => 76,
        DecisionKind.Exported => 77,
        DecisionKind.Destroyed => 78,
        _ => 79,
    };

    private static byte OfStatus(TransportStatus status) => status switch
    {
        TransportStatus.Announced => 5,
        TransportStatus.InTransitArrived => 10,
        TransportStatus.InTransitUnloaded => 11,
        TransportStatus.InTransitSorted => 12,
        TransportStatus.InTransitLoaded => 20,
        TransportStatus.InTransitDeparted => 21,
        TransportStatus.InTransitHandedOver => 22,
        _ => status.Main() switch
        {
            TransportStatus.NoNews => 4,
            TransportStatus.Accepted => 6,
            TransportStatus.InTransit => 13,
            TransportStatus.AtBorder => 14,
            TransportStatus.Exception => 90,
            TransportStatus.AvailableForCollection => 91,
            TransportStatus.OutForDelivery => 92,
            TransportStatus.Attempted => 93,
            TransportStatus.Returning => 94,
            TransportStatus.Cancelled => 95,
            TransportStatus.Returned => 96,
            TransportStatus.Destroyed => 97,
            _ => 100,
        },
    };
}
