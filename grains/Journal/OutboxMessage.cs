namespace Tracking.Journal;

/// <summary>Something to be told to the world: written in the transaction of its events, delivered at least once with a stable id.</summary>
/// <param name="Id">The stable id.</param>
/// <param name="Topic">What it is about, for example <c>hold-placed</c>.</param>
/// <param name="Payload">JSON in UTF-8.</param>
public sealed record OutboxMessage(Guid Id, string Topic, ReadOnlyMemory<byte> Payload);
