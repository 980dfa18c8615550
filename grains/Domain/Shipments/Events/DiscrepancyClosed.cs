using Tracking.Contracts.Access;
using Tracking.Contracts.Shipments;

namespace Tracking.Domain.Shipments.Events;

/// <summary>A person closed a discrepancy. It stays in the picture, as what it is, and counts no more.</summary>
/// <param name="Kind">What did not fit.</param>
/// <param name="Fact">The key of the fact that shows it.</param>
/// <param name="Reason">Why it is closed.</param>
/// <param name="By">Who closed it.</param>
/// <param name="At">When, microseconds since 1970 UTC.</param>
public sealed record DiscrepancyClosed(DiscrepancyKind Kind, UInt128 Fact, string Reason, Actor By, long At) : ShipmentEvent;
