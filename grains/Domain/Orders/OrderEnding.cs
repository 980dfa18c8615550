namespace Tracking.Domain.Orders;

/// <summary>Why a standing order no longer holds a shipment.</summary>
public enum OrderEnding : byte
{
    /// <summary>The order does not stand any more: it was lifted or ran out.</summary>
    Ended = 0,
    /// <summary>The shipment was cleared of it.</summary>
    Cleared = 1,
    /// <summary>What is known of the shipment does not match it any more.</summary>
    NoMatch = 2,
}
