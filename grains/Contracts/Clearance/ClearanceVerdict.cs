namespace Tracking.Contracts.Clearance;

/// <summary>The belt's answer, ordered by strictness: of several the greatest counts.</summary>
public enum ClearanceVerdict : byte
{
    /// <summary>It may.</summary>
    Go = 0,
    /// <summary>Not known; the carrier's standing choice decides, never silence.</summary>
    Unknown = 1,
    /// <summary>To customs: segregate.</summary>
    Divert = 2,
    /// <summary>It may not.</summary>
    Stop = 3,
}
