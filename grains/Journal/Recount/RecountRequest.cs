using Tracking.Contracts.Identifiers;
using Tracking.Domain.Clocks;
using Tracking.Domain.Shipments;
using Tracking.Domain.Shipments.Events;

namespace Tracking.Journal.Recount;

/// <summary>What to recount and how.</summary>
public sealed record RecountRequest
{
    /// <summary>Where the journal lies.</summary>
    public required JournalOptions Journal { get; init; }

    /// <summary>What is configured for a carrier: the same as for the silos, or heads are folded otherwise than they did.</summary>
    public required Func<string, CarrierRules> Rules { get; init; }

    /// <summary>The law by which deadlines were counted: the same as for the silos. Null: deadlines are not looked at.</summary>
    public ClockLibrary? Clocks { get; init; }

    /// <summary>How many readers work side by side, 1 to 16; one more reads the feed.</summary>
    public int Readers { get; init; } = Math.Clamp(Environment.ProcessorCount, 1, 4);

    /// <summary>How many differences of each kind are kept, 1 to 1,000,000; all are counted.</summary>
    public int MostKept { get; init; } = 10;

    /// <summary>Told now and then how far it has come; called from several threads.</summary>
    public Action<RecountProgress>? Progress { get; init; }

    /// <summary>Shown every stream with its events, in no order and from several threads; null: nobody looks.</summary>
    public Action<ShipmentNumber, IReadOnlyList<ShipmentEvent>>? Seen { get; init; }
}
