namespace Tracking.Domain.Clocks;

/// <summary>Whose turn it is while a clock runs.</summary>
public enum ClockTurn : byte
{
    /// <summary>Customs.</summary>
    Customs = 0,
    /// <summary>The importer.</summary>
    Importer = 1,
    /// <summary>The declarant or the holder of the goods.</summary>
    Declarant = 2,
    /// <summary>The owner of the mark or copyright, or who has the decision that granted an application.</summary>
    RightHolder = 3,
    /// <summary>Whoever claims goods that were seized.</summary>
    Claimant = 4,
}
