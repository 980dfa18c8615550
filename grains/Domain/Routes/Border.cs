namespace Tracking.Domain.Routes;

/// <summary>Whether a customs border is on a shipment's way.</summary>
public enum Border : byte
{
    /// <summary>The route is not known.</summary>
    Unknown = 0,
    /// <summary>Origin and destination lie in one territory, or the carrier is domestic.</summary>
    None = 1,
    /// <summary>They lie in different ones, or a customs authority has decided something.</summary>
    OnItsWay = 2,
}
