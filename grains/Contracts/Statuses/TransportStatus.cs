namespace Tracking.Contracts.Statuses;

/// <summary>
/// Where the carrier says that a shipment is. The high four bits are the main status, the low four the detail;
/// see <see cref="TransportStatuses.Main"/>. Says nothing of customs.
/// </summary>
public enum TransportStatus : byte
{
    /// <summary>The carrier has no news (pending, expired, not found): never moves a status.</summary>
    NoNews = 0x00,
    /// <summary>Announced by the shipper; the carrier has not got it yet.</summary>
    Announced = 0x10,
    /// <summary>The carrier has it.</summary>
    Accepted = 0x20,
    /// <summary>Picked up at the shipper's.</summary>
    AcceptedPickedUp = 0x21,
    /// <summary>Inducted at the carrier's counter or depot.</summary>
    AcceptedInducted = 0x22,
    /// <summary>Under way.</summary>
    InTransit = 0x30,
    /// <summary>Left a place.</summary>
    InTransitDeparted = 0x31,
    /// <summary>Arrived at a place.</summary>
    InTransitArrived = 0x32,
    /// <summary>Sorted inside a hub.</summary>
    InTransitSorted = 0x33,
    /// <summary>Loaded onto a means of transport.</summary>
    InTransitLoaded = 0x34,
    /// <summary>Unloaded from a means of transport.</summary>
    InTransitUnloaded = 0x35,
    /// <summary>Handed over to another carrier.</summary>
    InTransitHandedOver = 0x36,
    /// <summary>Delayed.</summary>
    InTransitDelayed = 0x37,
    /// <summary>At the border by the carrier's word; says nothing of customs.</summary>
    AtBorder = 0x40,
    /// <summary>On the vehicle that delivers it.</summary>
    OutForDelivery = 0x50,
    /// <summary>Waits for the consignee to collect it.</summary>
    AvailableForCollection = 0x60,
    /// <summary>Delivery was attempted.</summary>
    Attempted = 0x70,
    /// <summary>Attempted: nobody there.</summary>
    AttemptedAbsent = 0x71,
    /// <summary>Attempted: refused by the consignee.</summary>
    AttemptedRefused = 0x72,
    /// <summary>Attempted: the address is wrong.</summary>
    AttemptedAddress = 0x73,
    /// <summary>Attempted: no access.</summary>
    AttemptedAccess = 0x74,
    /// <summary>Attempted: duty or fee not paid.</summary>
    AttemptedCustomsFee = 0x75,
    /// <summary>Delivered.</summary>
    Delivered = 0x80,
    /// <summary>Delivered to the recipient.</summary>
    DeliveredRecipient = 0x81,
    /// <summary>Delivered to a neighbour.</summary>
    DeliveredNeighbour = 0x82,
    /// <summary>Delivered to a locker.</summary>
    DeliveredLocker = 0x83,
    /// <summary>Delivered to an agent.</summary>
    DeliveredAgent = 0x84,
    /// <summary>Something went wrong.</summary>
    Exception = 0x90,
    /// <summary>Damaged.</summary>
    ExceptionDamaged = 0x91,
    /// <summary>Lost.</summary>
    ExceptionLost = 0x92,
    /// <summary>Sent the wrong way.</summary>
    ExceptionMissorted = 0x93,
    /// <summary>The address is wrong.</summary>
    ExceptionAddress = 0x94,
    /// <summary>Held up by weather.</summary>
    ExceptionWeather = 0x95,
    /// <summary>Held up by the carrier's security.</summary>
    ExceptionSecurity = 0x96,
    /// <summary>Only a part arrived.</summary>
    ExceptionPartial = 0x97,
    /// <summary>On the way back to the shipper.</summary>
    Returning = 0xA0,
    /// <summary>Back at the shipper.</summary>
    Returned = 0xB0,
    /// <summary>Cancelled before it moved.</summary>
    Cancelled = 0xC0,
    /// <summary>Destroyed.</summary>
    Destroyed = 0xD0,
}
