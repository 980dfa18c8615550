namespace Tracking.Domain.Cases;

/// <summary>Who may do something to a case.</summary>
public enum CaseRole : byte
{
    /// <summary>An officer or supervisor of the authority whose hold it is, or of one above it.</summary>
    Officer = 0,
    /// <summary>A supervisor of that authority, or of one above it.</summary>
    Supervisor = 1,
    /// <summary>Whoever may lift the hold: an officer for an authority's, its owner for an order, the carrier for its own.</summary>
    Lifter = 2,
}
