namespace Tracking.Domain.Identity;

/// <summary>A mark of a seller as it is kept: what it was cannot be read from it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Hash">The first 64 bits of its keyed hash.</param>
public readonly record struct IdentityMark(MarkKind Kind, long Hash);
