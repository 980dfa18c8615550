namespace Tracking.Contracts.Orders;

/// <summary>Who else may be told: the marks of the Traffic Light Protocol, version 2.0 (FIRST). A courtesy, no legal authority.</summary>
public enum SharingMark : byte
{
    /// <summary>TLP:CLEAR: everybody.</summary>
    Clear = 0,
    /// <summary>TLP:GREEN: all partners.</summary>
    Green = 1,
    /// <summary>TLP:AMBER: the organisation and those who need it to act.</summary>
    Amber = 2,
    /// <summary>TLP:AMBER+STRICT: the organisation alone.</summary>
    AmberStrict = 3,
    /// <summary>TLP:RED: those who were told, and nobody else.</summary>
    Red = 4,
}
