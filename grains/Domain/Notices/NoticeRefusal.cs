namespace Tracking.Domain.Notices;

/// <summary>Why a notice is not issued, in the order in which it is looked at.</summary>
public enum NoticeRefusal : byte
{
    /// <summary>The case has moved on since its author saw it. Look again, then decide.</summary>
    Stale = 0,
    /// <summary>An offer of abandonment is a command on the case, which issues it. Final.</summary>
    OfferIsACommand = 1,
    /// <summary>The notice is not possible at the stage of the case. It may be later.</summary>
    NotAtThisStage = 2,
    /// <summary>The actor is no officer. Final.</summary>
    NotInThisRole = 3,
    /// <summary>The authority's reference is missing: without it nothing is issued.</summary>
    ReferenceMissing = 4,
    /// <summary>A disclosure to a right holder does not name it.</summary>
    RecipientMissing = 5,
    /// <summary>A recipient is named for a notice to importer or carrier, whom the shipment names.</summary>
    RecipientGiven = 6,
    /// <summary>A field is to be said that is redacted for the recipient at this stage, or about which nothing is known.</summary>
    Redacted = 7,
    /// <summary>The reference was used for another notice. Final.</summary>
    ReferenceUsed = 8,
}
