namespace Tracking.Contracts.Shipments;

/// <summary>What does not fit in the facts about a shipment. Derived from the whole set of facts; a person closes it.</summary>
public enum DiscrepancyKind : byte
{
    /// <summary>The carrier says released while an authority's hold is open.</summary>
    CarrierSaysReleased = 0,
    /// <summary>A removal finds no hold.</summary>
    RemovalWithoutHold = 1,
    /// <summary>A hold is removed by somebody who may not.</summary>
    RemovedByOther = 2,
    /// <summary>Seized, excluded, forfeited or destroyed without ever having been presented or held.</summary>
    EndedWithoutCase = 3,
    /// <summary>The time lies more than a day after it was received.</summary>
    TimeInFuture = 4,
    /// <summary>A deletion finds no decision.</summary>
    DeletionWithoutDecision = 5,
    /// <summary>A release names pieces that the bill does not have, or more than it has.</summary>
    ReleaseOfUnknownPieces = 6,
    /// <summary>A piece belongs to another bill or would close a circle.</summary>
    PieceElsewhere = 8,
    /// <summary>A release of seized goods.</summary>
    ReleasedAfterSeizure = 9,
    /// <summary>Corrections that correct each other.</summary>
    CorrectionCircle = 10,
    /// <summary>An exam is completed that nobody ordered.</summary>
    ExamNotOrdered = 11,
    /// <summary>Two marketplaces name different sellers.</summary>
    SellersDiffer = 12,
    /// <summary>A release of goods that the importer had abandoned.</summary>
    ReleasedAfterAbandonment = 20,
}
