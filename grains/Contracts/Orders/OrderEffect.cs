namespace Tracking.Contracts.Orders;

/// <summary>What a standing order does to the shipments that it matches; each organisation is entitled to some.</summary>
public enum OrderEffect : byte
{
    /// <summary>Nothing that a carrier, a seller or the public can see.</summary>
    Watch = 0,
    /// <summary>Puts them on the desk of the port where the goods will be.</summary>
    Refer = 1,
    /// <summary>The carrier stops them under its own terms.</summary>
    Stop = 2,
    /// <summary>An authority holds them.</summary>
    Hold = 3,
}
