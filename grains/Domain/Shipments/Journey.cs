namespace Tracking.Domain.Shipments;

/// <summary>How far a bill without pieces of its own has come.</summary>
/// <param name="Own">Its leg.</param>
/// <param name="EndedAt">When it came to an end, if it is at one.</param>
/// <param name="PossiblyReused">Whether something began after an end.</param>
internal readonly record struct Journey(Leg Own, long? EndedAt, bool PossiblyReused);
