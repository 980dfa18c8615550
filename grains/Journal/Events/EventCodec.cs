using Tracking.Domain.Shipments.Events;

namespace Tracking.Journal.Events;

/// <summary>Events to bytes and back: one number per kind and version, JSON with short names.</summary>
public static class EventCodec
{
    /// <summary>The stored form.</summary>
    /// <param name="value">The event.</param>
    /// <param name="notable">Whether people are told of it as it happens.</param>
    public static EncodedEvent Encode(ShipmentEvent value, bool notable) => throw new NotSupportedException();

    /// <summary>The event, brought up to the newest form.</summary>
    /// <param name="type">The kind's number.</param>
    /// <param name="payload">The bytes.</param>
    /// <exception cref="InvalidDataException">The number is unknown or the bytes are not such an event.</exception>
    public static ShipmentEvent Decode(short type, ReadOnlySpan<byte> payload) => throw new NotSupportedException();
}
