namespace Tracking.Domain.Holds;

/// <summary>A move while a hold was in force and known to the carrier, without a permit. Derived; withdrawn by a late lift or permit.</summary>
/// <param name="Hold">The hold's id.</param>
/// <param name="Fact">Key of the scan that shows the move.</param>
/// <param name="MovedAt">Effective time of the move, microseconds since 1970 UTC.</param>
/// <param name="HeldSince">Since when the hold was in force.</param>
/// <param name="KnownSince">Since when the carrier could know of it.</param>
public sealed record Violation(string Hold, UInt128 Fact, long MovedAt, long HeldSince, long KnownSince);
