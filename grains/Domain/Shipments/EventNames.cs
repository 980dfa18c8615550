using Tracking.Contracts.Facts;
using Tracking.Domain.Shipments.Events;

namespace Tracking.Domain.Shipments;

/// <summary>The names by which people, partners and logs know events.</summary>
public static class EventNames
{
    /// <summary>The name of an event.</summary>
    /// <param name="value">The event.</param>
    public static string Of(ShipmentEvent value) => value switch
    {
        FactEvent { Fact: var fact } => Of(fact),
        PieceAnswered => "piece-answered",
        LinkTold => "link-told",
        BoxNamed => "box-named",
        HoldMadeKnown => "hold-made-known",
        OrderMatched => "order-matched",
        OrderReleased => "order-released",
        CaseDecided => "case-decided",
        DeadlineStepped => "deadline-stepped",
        NoticeIssued => "notice-issued",
        DiscrepancyClosed => "discrepancy-closed",
        _ => throw new ArgumentOutOfRangeException(nameof(value), value?.GetType().Name, "Every event has a name."),
    };

    /// <summary>The name of the event that a fact becomes.</summary>
    /// <param name="fact">The fact.</param>
    public static string Of(Fact fact) => fact switch
    {
        Scan => "scan-reported",
        Manifest => "manifest-filed",
        Dispatch => "dispatch-declared",
        Decision => "decision-reported",
        _ => throw new ArgumentOutOfRangeException(nameof(fact), fact?.GetType().Name, "Facts are scans, manifests, dispatches and decisions."),
    };
}
