using Tracking.Contracts.Statuses;

namespace Tracking.Domain.Shipments;

/// <summary>What lists and counts need of a shipment: a pure function of its state, stored as its head row.</summary>
public sealed record ShipmentHead
{
    /// <summary>The head of a stream that is no shipment: without facts, and without a bill that it belongs to.</summary>
    public static ShipmentHead Empty { get; } = new();

    /// <summary>Transport status.</summary>
    public TransportStatus Status { get; init; }
    /// <summary>The customs status that matters most.</summary>
    public CustomsStatus Customs { get; init; }
    /// <summary>Open holds.</summary>
    public int OpenHolds { get; init; }
    /// <summary>Violations.</summary>
    public int Violations { get; init; }
    /// <summary>Discrepancies.</summary>
    public int Discrepancies { get; init; }
    /// <summary>Seller as marketplace/account; null where none is known.</summary>
    public string? Seller { get; init; }
    /// <summary>Last place that a scan named.</summary>
    public string? Place { get; init; }
    /// <summary>Effective time of the last fact that counts, microseconds since 1970 UTC.</summary>
    public long LastAt { get; init; }
    /// <summary>Origin country.</summary>
    public string? Origin { get; init; }
    /// <summary>Destination country.</summary>
    public string? Destination { get; init; }
    /// <summary>The bill that this number forwards to; null where it is a shipment of its own.</summary>
    public string? BelongsTo { get; init; }
    /// <summary>Whether links to pieces still wait for their confirmation.</summary>
    public bool LinksPending { get; init; }
    /// <summary>Whether all pieces are released at import and no hold is open.</summary>
    public bool Released { get; init; }
    /// <summary>Whether it is seized or forfeited in any procedure.</summary>
    public bool Seized { get; init; }

    /// <summary>Whether what lists filter by (held, violated, seller, forwarding, pending links), the status aside, differs.</summary>
    /// <param name="other">Another head of the same stream.</param>
    public bool ListsDifferently(ShipmentHead other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return OpenHolds > 0 != other.OpenHolds > 0
            || Violations > 0 != other.Violations > 0
            || Discrepancies > 0 != other.Discrepancies > 0
            || LinksPending != other.LinksPending
            || Seller != other.Seller
            || BelongsTo != other.BelongsTo;
    }

    /// <summary>Whether nothing differs but how far the shipment has come: status, place and time of the last fact. True of nearly every scan.</summary>
    /// <param name="other">Another head of the same stream.</param>
    public bool OnlyMovesFrom(ShipmentHead other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Customs == other.Customs
            && OpenHolds == other.OpenHolds
            && Violations == other.Violations
            && Discrepancies == other.Discrepancies
            && Seller == other.Seller
            && Origin == other.Origin
            && Destination == other.Destination
            && BelongsTo == other.BelongsTo
            && LinksPending == other.LinksPending
            && Released == other.Released
            && Seized == other.Seized;
    }
}
