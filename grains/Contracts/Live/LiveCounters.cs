using Tracking.Contracts.Sellers;

namespace Tracking.Contracts.Live;

/// <summary>Counters over all shipments.</summary>
/// <param name="Totals">Totals.</param>
/// <param name="FactsPerSecond">Facts taken in during the last second.</param>
/// <param name="At">When they were read.</param>
/// <param name="BehindSeconds">How far the feed is behind the journal, in seconds; 0 when it is not.</param>
[GenerateSerializer, Immutable, Alias("tracking.live-counters.v1")]
public sealed record LiveCounters(
    [property: Id(0)] SellerCounts Totals,
    [property: Id(1)] double FactsPerSecond,
    [property: Id(2)] DateTimeOffset At,
    [property: Id(3)] double BehindSeconds);
