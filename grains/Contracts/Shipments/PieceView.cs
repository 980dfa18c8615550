using Tracking.Contracts.Statuses;

namespace Tracking.Contracts.Shipments;

/// <summary>A piece of a bill.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Status">What was last scanned on it.</param>
/// <param name="Linked">Whether its own number has confirmed that it belongs here.</param>
[GenerateSerializer, Immutable, Alias("tracking.piece-view.v1")]
public sealed record PieceView(
    [property: Id(0)] string Number,
    [property: Id(1)] TransportStatus Status,
    [property: Id(2)] bool Linked);
