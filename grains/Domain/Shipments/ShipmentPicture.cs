using Tracking.Contracts.Consolidations;
using Tracking.Contracts.Statuses;
using Tracking.Domain.Customs;
using Tracking.Domain.Holds;
using Tracking.Domain.Orders;
using Tracking.Domain.Routes;

namespace Tracking.Domain.Shipments;

/// <summary>What the facts add up to.</summary>
public sealed record ShipmentPicture
{
    /// <summary>Of a number without facts.</summary>
    public static ShipmentPicture Empty { get; } = new();

    /// <summary>Transport status of the bill.</summary>
    public TransportStatus Status { get; init; }
    /// <summary>Effective time at which it was reached, microseconds since 1970 UTC; null before the first scan.</summary>
    public long? StatusSince { get; init; }
    /// <summary>The last place that a scan named.</summary>
    public string? LastPlace { get; init; }
    /// <summary>Effective time of the last fact that counts.</summary>
    public long LastAt { get; init; }
    /// <summary>Customs by territory and procedure.</summary>
    public ImmutableArray<CustomsRecord> Customs { get; init; } = [];
    /// <summary>Holds, exams and requests, removed ones too, in the order of their placing.</summary>
    public ImmutableArray<Hold> Holds { get; init; } = [];
    /// <summary>Permits.</summary>
    public ImmutableArray<Permit> Permits { get; init; } = [];
    /// <summary>Decisions that count, in their order.</summary>
    public ImmutableArray<CountedDecision> Decisions { get; init; } = [];
    /// <summary>Violations.</summary>
    public ImmutableArray<Violation> Violations { get; init; } = [];
    /// <summary>What does not fit.</summary>
    public ImmutableArray<Discrepancy> Discrepancies { get; init; } = [];
    /// <summary>Pieces named by the manifest that counts.</summary>
    public ImmutableArray<string> Pieces { get; init; } = [];
    /// <summary>Status per piece that has one of its own, in the order of <see cref="Pieces"/>; empty where none was scanned by itself.</summary>
    public ImmutableArray<TransportStatus> PieceStatuses { get; init; } = [];
    /// <summary>How many pieces, as far as known.</summary>
    public int PieceCount { get; init; } = 1;
    /// <summary>Effective time and key of the manifest that counts; null without one.</summary>
    public OrderedFact? Manifest { get; init; }
    /// <summary>Origin country of that manifest.</summary>
    public string? Origin { get; init; }
    /// <summary>Destination country of that manifest.</summary>
    public string? Destination { get; init; }
    /// <summary>Port of entry of that manifest.</summary>
    public string? PortOfEntry { get; init; }
    /// <summary>Seller as marketplace/account, by the last dispatch that counts.</summary>
    public string? Seller { get; init; }
    /// <summary>What standing orders can match of the manifest and the dispatches that count.</summary>
    public ShipmentFeatures Features { get; init; } = ShipmentFeatures.None;
    /// <summary>Whether a border is on its way.</summary>
    public Border Border { get; init; }
    /// <summary>Whether it has left the territory that it comes from.</summary>
    public bool Departed { get; init; }
    /// <summary>Customs territories that it has arrived in.</summary>
    public ImmutableArray<string> ArrivedIn { get; init; } = [];
    /// <summary>The territory where it is, as far as known.</summary>
    public string? Whereabouts { get; init; }
    /// <summary>Whether the number was possibly used again: a beginning after an end, sooner than the carrier's interval.</summary>
    public bool PossiblyReused { get; init; }
    /// <summary>The boxes that it, or a piece of it, is and was in, in the order of their beginning.</summary>
    public ImmutableArray<BoxStay> Boxes { get; init; } = [];

    /// <summary>Open holds and exams; requests and referrals are not counted.</summary>
    public int OpenHolds
    {
        get
        {
            var open = 0;
            foreach (var hold in Holds)
            {
                open += hold.IsOpen && hold.IsCounted ? 1 : 0;
            }

            return open;
        }
    }
}
