using Tracking.Contracts.Facts;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Statuses;
using Tracking.Simulator.Journeys;

namespace Tracking.Simulator;

/// <summary>What was sent so far, and what must be known in the end of every shipment that was begun.</summary>
public sealed class WorldSummary
{
    private readonly Dictionary<SellerKey, ExpectedCounts> sellers = [];

    /// <summary>Facts sent, repeated ones included.</summary>
    public long Sent { get; private set; }

    /// <summary>Facts sent a second time.</summary>
    public long Repeated { get; private set; }

    /// <summary>Facts that replace or withdraw an earlier one, repeated ones left out.</summary>
    public long Corrections { get; private set; }

    /// <summary>Scans sent.</summary>
    public long Scans { get; private set; }

    /// <summary>Manifests sent.</summary>
    public long Manifests { get; private set; }

    /// <summary>Dispatches sent.</summary>
    public long Dispatches { get; private set; }

    /// <summary>Decisions sent.</summary>
    public long Decisions { get; private set; }

    /// <summary>Facts that a receiver must have accepted: each once.</summary>
    public long Distinct => Sent - Repeated;

    /// <summary>What must be counted over all shipments that were begun, once all of their facts were sent.</summary>
    public ExpectedCounts Expected { get; } = new();

    /// <summary>The same by seller, for shipments of which a marketplace told the seller. Long closed accounts are forgotten.</summary>
    public IReadOnlyDictionary<SellerKey, ExpectedCounts> BySeller => sellers;

    internal void CountSent(in SimulatedFact sent)
    {
        Sent++;
        if (sent.Repeated)
        {
            Repeated++;
        }
        else if (sent.Fact.Corrects is not null)
        {
            Corrections++;
        }

        switch (sent.Fact)
        {
            case Scan: Scans++; break;
            case Manifest: Manifests++; break;
            case Dispatch: Dispatches++; break;
            default: Decisions++; break;
        }
    }

    internal void CountBegun(JourneyScript script)
    {
        Count(Expected, script.Outcome);
        if (script.SellerTold)
        {
            var key = script.Consignment.Seller.Key;
            if (!sellers.TryGetValue(key, out var counts))
            {
                sellers[key] = counts = new ExpectedCounts();
            }

            Count(counts, script.Outcome);
        }
    }

    internal void Forget(SellerKey seller) => sellers.Remove(seller);

    private static void Count(ExpectedCounts counts, JourneyOutcome outcome)
    {
        counts.Shipments++;
        counts.InTransit += outcome.Status.IsInTransit() ? 1 : 0;
        counts.Delivered += outcome.Status.Main() == TransportStatus.Delivered ? 1 : 0;
        counts.Returned += outcome.Status == TransportStatus.Returned ? 1 : 0;
        counts.Cancelled += outcome.Status == TransportStatus.Cancelled ? 1 : 0;
        counts.Destroyed += outcome.Status == TransportStatus.Destroyed ? 1 : 0;
        counts.Held += outcome.Held ? 1 : 0;
        counts.Seized += outcome.Seized ? 1 : 0;
        counts.Released += outcome.Released && !outcome.Held ? 1 : 0;
        counts.Violations += outcome.Violations;
    }
}
