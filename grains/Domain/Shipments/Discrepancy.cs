using Tracking.Contracts.Shipments;

namespace Tracking.Domain.Shipments;

/// <summary>Something that does not fit.</summary>
/// <param name="Kind">What.</param>
/// <param name="Fact">Key of the fact that shows it.</param>
/// <param name="At">Its effective time, microseconds since 1970 UTC.</param>
public readonly record struct Discrepancy(DiscrepancyKind Kind, UInt128 Fact, long At);
