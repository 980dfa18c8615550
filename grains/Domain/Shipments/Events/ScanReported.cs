using Tracking.Contracts.Facts;

namespace Tracking.Domain.Shipments.Events;

/// <summary>A carrier reported a scan.</summary>
/// <param name="Scan">The scan.</param>
public sealed record ScanReported(Scan Scan) : FactEvent(Scan);
