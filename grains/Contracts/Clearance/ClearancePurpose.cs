namespace Tracking.Contracts.Clearance;

/// <summary>What the sorting belt wants to do with a parcel.</summary>
public enum ClearancePurpose : byte
{
    /// <summary>Load it before departure.</summary>
    Load = 0,
    /// <summary>Sort it inside the hub.</summary>
    Sort = 1,
    /// <summary>Take it to the cage or the exam station.</summary>
    Transfer = 2,
    /// <summary>Move it in bond.</summary>
    InBond = 3,
    /// <summary>Let it out of customs' control, deliver it.</summary>
    Leave = 4,
    /// <summary>Send it back to the shipper.</summary>
    Return = 5,
}
