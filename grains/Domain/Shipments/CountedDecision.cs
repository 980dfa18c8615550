using Tracking.Contracts.Facts;

namespace Tracking.Domain.Shipments;

/// <summary>A decision that counts: neither corrected nor deleted.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="Key">Its key.</param>
/// <param name="Time">Its effective time, microseconds since 1970 UTC.</param>
public sealed record CountedDecision(Decision Decision, UInt128 Key, long Time);
