namespace Tracking.Contracts.Statuses;

/// <summary>Where the law has a shipment, within one procedure of one territory.</summary>
public enum CustomsStatus : byte
{
    /// <summary>No authority has said anything.</summary>
    None = 0,
    /// <summary>Advance data or a declaration was filed.</summary>
    Lodged = 1,
    /// <summary>The goods can be seen and examined; said by the authority only. Starts clocks.</summary>
    Presented = 2,
    /// <summary>Selected for documents, a scan or a physical exam.</summary>
    Selected = 3,
    /// <summary>Detained.</summary>
    Detained = 4,
    /// <summary>Released; frees goods only while no hold is open.</summary>
    Released = 5,
    /// <summary>Released with conditions: in bond, transfer allowed.</summary>
    ReleasedWithConditions = 6,
    /// <summary>Seized.</summary>
    Seized = 7,
    /// <summary>Excluded from entry.</summary>
    Excluded = 8,
    /// <summary>Abandoned by the importer.</summary>
    Abandoned = 9,
    /// <summary>Exported.</summary>
    Exported = 10,
    /// <summary>Forfeited to the state.</summary>
    Forfeited = 11,
    /// <summary>Destroyed under customs' eyes.</summary>
    Destroyed = 12,
}
