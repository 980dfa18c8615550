using Tracking.Contracts.Facts;
using Tracking.Contracts.Holds;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Statuses;

namespace Tracking.Simulator.Tests.Worlds;

/// <summary>Folds a set of facts in the plainest way, knowing nothing of how the world planned them.</summary>
internal static class PlainCount
{
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(15);

    public static ExpectedTally Of(IEnumerable<Fact> facts)
    {
        var distinct = facts.DistinctBy(fact => (fact.Source, fact.Number, fact.Id ?? $"{fact.OccurredAt}/{fact.GetType().Name}/{(fact as Scan)?.Code}")).ToList();
        var replaced = distinct.Where(fact => fact.Corrects is not null).Select(fact => (fact.Source, fact.Corrects)).ToHashSet();
        var counted = distinct.Where(fact => !fact.Withdraws && (fact.Id is null || !replaced.Contains((fact.Source, fact.Id)))).ToList();
        var pieces = counted.OfType<Manifest>().SelectMany(manifest => manifest.Pieces).ToHashSet();
        var total = new ExpectedTally();
        foreach (var shipment in counted.Where(fact => !pieces.Contains(fact.Number.Number)).GroupBy(fact => fact.Number))
        {
            total.Add(shipment.Key, [.. shipment.OrderBy(fact => fact.OccurredAt.Microseconds)]);
        }

        return total;
    }

    internal sealed class ExpectedTally
    {
        public long Shipments, InTransit, Delivered, Returned, Cancelled, Destroyed, Held, Seized, Released, Violations;

        public Dictionary<SellerKey, long> BySeller { get; } = [];

        public void Add(ShipmentNumber number, List<Fact> facts)
        {
            Shipments++;
            var status = TransportStatus.NoNews;
            foreach (var scan in facts.OfType<Scan>())
            {
                var over = status.Main() is TransportStatus.Delivered or TransportStatus.Returned or TransportStatus.Destroyed;
                status = over && scan.Status.Main() != TransportStatus.Delivered ? status : scan.Status;
            }

            InTransit += status.IsInTransit() ? 1 : 0;
            Delivered += status.Main() == TransportStatus.Delivered ? 1 : 0;
            Returned += status == TransportStatus.Returned ? 1 : 0;
            Cancelled += status == TransportStatus.Cancelled ? 1 : 0;
            Destroyed += status == TransportStatus.Destroyed ? 1 : 0;
            var open = AddHolds(facts);
            var import = facts.OfType<Decision>().Where(decision => decision.Procedure == CustomsProcedure.Import).ToList();
            Seized += import.Exists(decision => decision.Kind is DecisionKind.Seized or DecisionKind.Forfeited) ? 1 : 0;
            var last = import.FindLast(decision => decision.Kind is not (DecisionKind.HoldPlaced or DecisionKind.HoldRemoved or DecisionKind.ExamOrdered or DecisionKind.ExamCompleted));
            Released += !open && last?.Kind == DecisionKind.Released ? 1 : 0;
            Held += open ? 1 : 0;
            if (facts.OfType<Dispatch>().LastOrDefault() is { } dispatch)
            {
                BySeller[dispatch.Seller] = BySeller.GetValueOrDefault(dispatch.Seller) + 1;
            }
        }

        private bool AddHolds(List<Fact> facts)
        {
            var open = new List<Decision>();
            var known = false;
            long knownSince = 0;
            foreach (var fact in facts)
            {
                switch (fact)
                {
                    case Decision { Kind: DecisionKind.HoldPlaced or DecisionKind.ExamOrdered } placed:
                        open.Add(placed);
                        break;
                    case Decision { Kind: DecisionKind.HoldRemoved or DecisionKind.ExamCompleted } removed:
                        open.RemoveAll(hold => removed.Hold!.Reference is { } reference ? hold.Hold!.Reference == reference : hold.Hold!.Code == removed.Hold.Code);
                        known &= open.Count > 0;
                        break;
                    case Scan { Customs: CustomsReport.Held } scan when open.Count > 0:
                        known = true;
                        knownSince = scan.OccurredAt.Microseconds;
                        break;
                    case Scan scan when known && scan.Status.IsMovement() && scan.OccurredAt.Microseconds > knownSince + (long)Grace.TotalMicroseconds:
                        Violations += open.Count(hold => hold.Hold!.Kind != HoldKind.Carrier);
                        break;
                    default:
                        break;
                }
            }

            return open.Count > 0;
        }
    }
}
