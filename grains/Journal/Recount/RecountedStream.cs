using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Live;
using Tracking.Domain.Clocks;
using Tracking.Domain.Shipments;

namespace Tracking.Journal.Recount;

/// <summary>A stream as its events say it is.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="Number">The number that it is about.</param>
/// <param name="Life">Which use of the number.</param>
/// <param name="Version">Version of the last event.</param>
/// <param name="State">What the events add up to.</param>
/// <param name="Feed">Its events that the feed must show.</param>
/// <param name="Clocks">The law; null where deadlines are not looked at.</param>
internal sealed record RecountedStream(Guid Stream, ShipmentNumber Number, int Life, int Version, ShipmentState State, FeedSums Feed, ClockLibrary? Clocks = null)
{
    public ShipmentHead Head { get; } = HeadRules.Of(State);

    public ImmutableArray<DeadlineRow> Deadlines => Clocks is null ? [] : DeadlineSteps.Rows(State, Clocks);

    public ImmutableArray<HoldRow> OpenHolds => HeadRules.OpenHolds(State);
}
