using Tracking.Contracts.Identifiers;

namespace Tracking.Journal.Events;

/// <summary>An event as it lies in the journal, with what stands beside it in its row.</summary>
/// <param name="Stream">Its stream.</param>
/// <param name="Number">The number that the stream is about; null where the stream has no head.</param>
/// <param name="Life">Which use of the number; 0 where the stream has no head.</param>
/// <param name="Version">Its version in the stream.</param>
/// <param name="Type">The kind's number; see <see cref="EventCodec"/>.</param>
/// <param name="Notable">Whether people are told of it as it happens.</param>
/// <param name="AppendId">The append that brought it.</param>
/// <param name="Position">Its position in the feed.</param>
/// <param name="Payload">JSON in UTF-8 with short names.</param>
public sealed record EventRecord(
    Guid Stream, ShipmentNumber? Number, int Life, int Version, short Type, bool Notable, Guid AppendId, FeedCursor Position, ReadOnlyMemory<byte> Payload);
