namespace Tracking.Contracts.Holds;

/// <summary>Why a shipment is held; each kind names who places and lifts it.</summary>
public enum HoldKind : byte
{
    /// <summary>Customs at the port, bill-level, before or at arrival.</summary>
    Manifest = 0,
    /// <summary>Customs targeting: the carrier must not load. The strongest.</summary>
    DoNotLoad = 1,
    /// <summary>Customs' contraband team.</summary>
    AntiTerrorism = 2,
    /// <summary>Customs' trade team: IPR, classification, quota, marking.</summary>
    CommercialEnforcement = 3,
    /// <summary>Detention for a suspected infringement of intellectual property; the one with legal clocks.</summary>
    IprDetention = 4,
    /// <summary>Customs' entry team: documents differ.</summary>
    EntryProcessing = 5,
    /// <summary>Scan by X-ray or gamma ray.</summary>
    NonIntrusiveExam = 6,
    /// <summary>Exam at the tail gate of the vehicle.</summary>
    TailGateExam = 7,
    /// <summary>Exam at an exam station.</summary>
    IntensiveExam = 8,
    /// <summary>Customs' agriculture specialists.</summary>
    Agriculture = 9,
    /// <summary>Another agency than customs.</summary>
    OtherAgency = 10,
    /// <summary>Port of destination of an in-bond movement.</summary>
    InBondDestination = 11,
    /// <summary>The whole vehicle or vessel.</summary>
    Conveyance = 12,
    /// <summary>A standing order on the seller.</summary>
    SellerOrder = 13,
    /// <summary>A standing order on brand or goods.</summary>
    BrandOrder = 14,
    /// <summary>A standing order on the consignee.</summary>
    ConsigneeOrder = 15,
    /// <summary>A rule that matched.</summary>
    RuleMatch = 16,
    /// <summary>An officer's own.</summary>
    Officer = 17,
    /// <summary>The carrier's own: security, address, payment. Never confused with customs.</summary>
    Carrier = 18,
}
