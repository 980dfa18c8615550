namespace Tracking.Domain.Cases;

/// <summary>Why a command on a case is refused, in the order in which it is looked at.</summary>
public enum CaseRefusal : byte
{
    /// <summary>The actor's organisation has no say in this hold. Final.</summary>
    NotTheAuthority = 0,
    /// <summary>The case has moved on since its author saw it: a conflict. Look again, then decide.</summary>
    Stale = 1,
    /// <summary>No clock proposes the effect that is to be confirmed. It may later.</summary>
    NotProposed = 2,
    /// <summary>The table has no such way from the stage of the case. Final at this stage.</summary>
    Impossible = 3,
    /// <summary>Possible, but not for somebody in this role. Final.</summary>
    NotInThisRole = 4,
    /// <summary>Goods with a mark determined to be counterfeit must be seized; they are not released unless that is withdrawn.</summary>
    CounterfeitDetermined = 5,
    /// <summary>No reason was given.</summary>
    ReasonMissing = 6,
    /// <summary>The authority's reference is missing.</summary>
    ReferenceMissing = 7,
    /// <summary>There is no evidence.</summary>
    EvidenceMissing = 8,
}
