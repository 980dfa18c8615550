using Tracking.Contracts.Cases;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Holds;
using Tracking.Contracts.Statuses;

namespace Tracking.Contracts.Shipments;

/// <summary>All that is known of a shipment, as people and partners read it.</summary>
[GenerateSerializer, Immutable, Alias("tracking.shipment-view.v1")]
public sealed record ShipmentView
{
    /// <summary>Carrier.</summary>
    [Id(0)] public required string Carrier { get; init; }
    /// <summary>The bill's number.</summary>
    [Id(1)] public required string Number { get; init; }
    /// <summary>The number asked about, where it is a piece of the bill.</summary>
    [Id(2)] public string? AskedAs { get; init; }
    /// <summary>Which use of the number this is; 1 for the first.</summary>
    [Id(3)] public int Life { get; init; } = 1;
    /// <summary>The stream's version.</summary>
    [Id(4)] public int Version { get; init; }
    /// <summary>Transport status.</summary>
    [Id(5)] public TransportStatus Status { get; init; }
    /// <summary>When it was reached; null where nothing was reported.</summary>
    [Id(6)] public DateTimeOffset? StatusSince { get; init; }
    /// <summary>Last place that a scan named.</summary>
    [Id(7)] public Place? LastPlace { get; init; }
    /// <summary>Customs status by territory and procedure.</summary>
    [Id(8)] public ImmutableArray<CustomsView> Customs { get; init; } = [];
    /// <summary>All holds, open ones first.</summary>
    [Id(9)] public ImmutableArray<HoldView> Holds { get; init; } = [];
    /// <summary>Pre-departure requests and referrals that are open.</summary>
    [Id(10)] public ImmutableArray<HoldView> Requests { get; init; } = [];
    /// <summary>Pieces.</summary>
    [Id(11)] public ImmutableArray<PieceView> Pieces { get; init; } = [];
    /// <summary>How many pieces, as far as known.</summary>
    [Id(12)] public int PieceCount { get; init; } = 1;
    /// <summary>Seller as marketplace/account.</summary>
    [Id(13)] public string? Seller { get; init; }
    /// <summary>Parties with their details, as far as the reader may see them.</summary>
    [Id(14)] public ImmutableArray<Party> Parties { get; init; } = [];
    /// <summary>Where it comes from.</summary>
    [Id(15)] public Place? Origin { get; init; }
    /// <summary>Where it goes.</summary>
    [Id(16)] public Place? Destination { get; init; }
    /// <summary>Goods of manifest and dispatch.</summary>
    [Id(17)] public ImmutableArray<GoodsLine> Goods { get; init; } = [];
    /// <summary>Port of entry.</summary>
    [Id(18)] public string? PortOfEntry { get; init; }
    /// <summary>What does not fit.</summary>
    [Id(19)] public ImmutableArray<DiscrepancyView> Discrepancies { get; init; } = [];
    /// <summary>Moves under hold.</summary>
    [Id(20)] public ImmutableArray<ViolationView> Violations { get; init; } = [];
    /// <summary>Every fact in the one total order, replaced ones marked.</summary>
    [Id(21)] public ImmutableArray<TimelineEntry> Timeline { get; init; } = [];
    /// <summary>Order at the marketplace.</summary>
    [Id(22)] public string? Order { get; init; }
    /// <summary>The work on its holds, with their deadlines and what may be done now.</summary>
    [Id(23)] public ImmutableArray<CaseView> Cases { get; init; } = [];
}
