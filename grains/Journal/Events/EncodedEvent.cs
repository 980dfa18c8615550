namespace Tracking.Journal.Events;

/// <summary>An event as the journal stores it.</summary>
/// <param name="Type">The kind's number; never used again for another kind.</param>
/// <param name="Notable">Whether people are told of it as it happens.</param>
/// <param name="Payload">JSON in UTF-8 with short names; see <c>EventCodec</c>.</param>
public readonly record struct EncodedEvent(short Type, bool Notable, byte[] Payload);
