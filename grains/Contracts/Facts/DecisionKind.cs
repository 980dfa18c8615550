namespace Tracking.Contracts.Facts;

/// <summary>What an authority decided, or what a carrier decided about its own hold.</summary>
public enum DecisionKind : byte
{
    /// <summary>Advance data or a declaration was lodged.</summary>
    Lodged = 0,
    /// <summary>Goods can be seen and examined.</summary>
    Presented = 1,
    /// <summary>A hold was placed.</summary>
    HoldPlaced = 2,
    /// <summary>A hold was removed.</summary>
    HoldRemoved = 3,
    /// <summary>An exam was ordered.</summary>
    ExamOrdered = 4,
    /// <summary>An exam was completed.</summary>
    ExamCompleted = 5,
    /// <summary>A pre-departure request (information, screening) was placed.</summary>
    RequestPlaced = 6,
    /// <summary>The carrier answered a request; it stays open until it is removed.</summary>
    RequestAnswered = 7,
    /// <summary>A request was removed.</summary>
    RequestRemoved = 8,
    /// <summary>A permit to move although held.</summary>
    PermitGiven = 9,
    /// <summary>Released: all, named pieces, or a number of pieces.</summary>
    Released = 10,
    /// <summary>Released with conditions: in bond, transfer allowed.</summary>
    ReleasedWithConditions = 11,
    /// <summary>Detained.</summary>
    Detained = 12,
    /// <summary>Seized.</summary>
    Seized = 13,
    /// <summary>Excluded from entry.</summary>
    Excluded = 14,
    /// <summary>Export of excluded or abandoned goods allowed.</summary>
    ExportAllowed = 15,
    /// <summary>Abandoned by the importer.</summary>
    Abandoned = 16,
    /// <summary>Exported.</summary>
    Exported = 17,
    /// <summary>Forfeited.</summary>
    Forfeited = 18,
    /// <summary>Destroyed.</summary>
    Destroyed = 19,
    /// <summary>An earlier decision of the same authority was deleted: a release may be taken back.</summary>
    Deleted = 20,
    /// <summary>Said something that moves nothing: information, or a code that no table has.</summary>
    Notified = 21,
    /// <summary>Releases of the same authority before it were taken back, all or a number of pieces, without naming a message.</summary>
    ReleaseTakenBack = 22,
}
