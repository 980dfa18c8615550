using Tracking.Contracts.Facts;
using Tracking.Domain.Orders;

namespace Tracking.Domain.Shipments;

/// <summary>The rarer parts of a fact that the fold needs.</summary>
public abstract record FactDetail
{
    /// <summary>The number that it came with.</summary>
    public string Number { get; private init; } = "";

    /// <summary>The key of the fact that it corrects; zero where it corrects none.</summary>
    public UInt128 Corrects { get; private init; }

    /// <summary>Whether it only takes the corrected fact back.</summary>
    public bool Withdraws { get; private init; }

    internal static FactDetail? Of(Fact fact)
    {
        FactDetail? detail = fact switch
        {
            // A piece's number or a correction is the exception: most scans need no detail, and pieces forward their own.
            Scan scan => new ScanDetail(scan.Packing),
            Manifest manifest => new ManifestDetail(manifest.Pieces, manifest.PieceCount, manifest.Origin?.Country, manifest.Destination?.Country, manifest.PortOfEntry, ShipmentFeatures.Of(manifest)),
            Dispatch dispatch => new DispatchDetail(dispatch.Seller.ToString(), dispatch.Source, ShipmentFeatures.Of(dispatch)),
            Decision decision => new DecisionDetail(decision),
            _ => null,
        };
        return detail is null
            ? null
            : detail with
            {
                Number = fact.Number.Number,
                Corrects = fact.Corrects is null ? UInt128.Zero : FactKeys.OfId(fact.Source, fact.Corrects),
                Withdraws = fact.Withdraws && fact.Corrects is not null,
            };
    }

    /// <summary>A scan's detail is left out where it says nothing that the stream's own number does not.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="streamNumber">The number of the stream.</param>
    internal static bool CanBeLeftOut(Fact fact, string streamNumber) =>
        fact is Scan { Packing: null, Corrects: null } && fact.Number.Number == streamNumber;
}

/// <summary>Of a scan: number, correction, and the box that it names.</summary>
/// <param name="Packing">What it says of a box; null where it says nothing.</param>
public sealed record ScanDetail(Packing? Packing) : FactDetail;

/// <summary>Of a manifest.</summary>
/// <param name="Pieces">Numbers of pieces.</param>
/// <param name="PieceCount">How many pieces, where given.</param>
/// <param name="Origin">Origin country.</param>
/// <param name="Destination">Destination country.</param>
/// <param name="PortOfEntry">Port of entry.</param>
/// <param name="Features">What standing orders can match.</param>
public sealed record ManifestDetail(ImmutableArray<string> Pieces, int? PieceCount, string? Origin, string? Destination, string? PortOfEntry, ShipmentFeatures Features) : FactDetail;

/// <summary>Of a dispatch.</summary>
/// <param name="Seller">Seller as marketplace/account.</param>
/// <param name="Marketplace">The marketplace that says so.</param>
/// <param name="Features">What standing orders can match.</param>
public sealed record DispatchDetail(string Seller, string Marketplace, ShipmentFeatures Features) : FactDetail;

/// <summary>Of a decision: all of it.</summary>
/// <param name="Decision">The decision.</param>
public sealed record DecisionDetail(Decision Decision) : FactDetail;
