using Tracking.Contracts.Sellers;

namespace Tracking.Domain.Sellers;

/// <summary>How one append changes the counts of one scope.</summary>
/// <param name="Scope"><see cref="Tally.All"/>, or a seller as marketplace/account.</param>
/// <param name="Delta">What is added to each count; may be negative.</param>
public readonly record struct TallyDelta(string Scope, SellerCounts Delta);
