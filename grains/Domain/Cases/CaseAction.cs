namespace Tracking.Domain.Cases;

/// <summary>What a person does to a case.</summary>
public enum CaseAction : byte
{
    /// <summary>Takes the work up.</summary>
    Claim = 0,
    /// <summary>Removes the hold.</summary>
    Remove = 1,
    /// <summary>Orders an exam.</summary>
    OrderExam = 2,
    /// <summary>Records what the exam found.</summary>
    RecordExam = 3,
    /// <summary>Records that a sample was taken.</summary>
    RecordSample = 4,
    /// <summary>Detains.</summary>
    Detain = 5,
    /// <summary>Releases.</summary>
    Release = 6,
    /// <summary>Seizes.</summary>
    Seize = 7,
    /// <summary>Excludes from entry.</summary>
    Exclude = 8,
    /// <summary>Offers the importer to abandon the goods.</summary>
    OfferAbandonment = 9,
    /// <summary>Records that the goods were abandoned.</summary>
    RecordAbandonment = 10,
    /// <summary>Records that the importer refused to abandon them.</summary>
    RecordRefusal = 11,
    /// <summary>Allows export.</summary>
    AllowExport = 12,
    /// <summary>Records the export.</summary>
    RecordExport = 13,
    /// <summary>Gives seized goods back.</summary>
    Remit = 14,
    /// <summary>Declares seized goods forfeited.</summary>
    Forfeit = 15,
    /// <summary>Destroys.</summary>
    Destroy = 16,
    /// <summary>Donates.</summary>
    Donate = 17,
    /// <summary>Refers the seizure to a court.</summary>
    ReferToCourt = 18,
    /// <summary>Determines that the mark is counterfeit: the goods must be seized.</summary>
    DetermineCounterfeit = 19,
    /// <summary>Takes that determination back.</summary>
    WithdrawDetermination = 20,
    /// <summary>Confirms what a clock that ran out proposes.</summary>
    ConfirmEffect = 21,
    /// <summary>Takes an offer of abandonment back that was not answered.</summary>
    WithdrawOffer = 22,
}
