using Tracking.Contracts.Facts;

namespace Tracking.Journal;

/// <summary>Details of a party, beside the stream.</summary>
/// <param name="Id">The reference that the event carries.</param>
/// <param name="Details">Names and contacts.</param>
public sealed record PartyRecord(Guid Id, PartyDetails Details);
