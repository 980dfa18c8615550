namespace Tracking.Domain.Cases;

/// <summary>How far the work on a hold has come.</summary>
public enum CaseStage : byte
{
    /// <summary>The hold was placed; nobody works on it yet.</summary>
    Placed = 0,
    /// <summary>The hold was removed before a detention. An end.</summary>
    Removed = 1,
    /// <summary>An officer works on it.</summary>
    Claimed = 2,
    /// <summary>An exam is ordered.</summary>
    ExamOrdered = 3,
    /// <summary>The goods were examined.</summary>
    Examined = 4,
    /// <summary>A sample was taken.</summary>
    Sampled = 5,
    /// <summary>Detained.</summary>
    Detained = 6,
    /// <summary>Released. An end; the parcel may be held anew by a new hold.</summary>
    Released = 7,
    /// <summary>Seized.</summary>
    Seized = 8,
    /// <summary>Excluded from entry.</summary>
    Excluded = 9,
    /// <summary>The importer was offered to abandon the goods.</summary>
    AbandonmentOffered = 10,
    /// <summary>Abandoned, to be destroyed.</summary>
    Abandoned = 11,
    /// <summary>Export is allowed.</summary>
    ExportAllowed = 12,
    /// <summary>Exported. An end.</summary>
    Exported = 13,
    /// <summary>Seized goods were given back. An end.</summary>
    Remitted = 14,
    /// <summary>Forfeited to the state.</summary>
    Forfeited = 15,
    /// <summary>Destroyed. An end.</summary>
    Destroyed = 16,
    /// <summary>Donated after forfeiture. An end.</summary>
    Donated = 17,
    /// <summary>The seizure is before a court.</summary>
    InCourt = 18,
}
