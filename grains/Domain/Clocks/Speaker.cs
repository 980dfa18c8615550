namespace Tracking.Domain.Clocks;

/// <summary>Who said a fact that starts, meets or stops a clock.</summary>
public enum Speaker : byte
{
    /// <summary>The authority whose hold it is.</summary>
    Authority = 0,
    /// <summary>The importer, declarant, claimant, or who acts for one of them.</summary>
    Importer = 1,
    /// <summary>The owner of the right.</summary>
    RightHolder = 2,
    /// <summary>A court.</summary>
    Court = 3,
    /// <summary>A carrier. It starts no legal clock: an arrival scan is no presentation.</summary>
    Carrier = 4,
}
