using CsCheck;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Sellers;
using Tracking.Contracts.Shipments;
using Tracking.Contracts.Statuses;
using Tracking.Domain.Sellers;
using Tracking.Domain.Shipments;
using Tracking.Domain.Shipments.Events;
using Tracking.Domain.Tests.Shipments;
using static Tracking.Domain.Tests.Given;

namespace Tracking.Domain.Tests.Sellers;

/// <summary>Counts follow heads.</summary>
public sealed class TallyTests
{
    private static SellerCounts CountsOf(params ImmutableArray<Fact> facts) => Tally.Of(HeadRules.Of(Facts(facts)));

    [Fact]
    public void A_shipment_counts_by_its_status()
    {
        Assert.Equal(new SellerCounts { Shipments = 1, Announced = 1 }, CountsOf(Scan(TransportStatus.Announced, 1)));
        Assert.Equal(new SellerCounts { Shipments = 1, InTransit = 1 }, CountsOf(Scan(TransportStatus.ExceptionDamaged, 1)));
        Assert.Equal(new SellerCounts { Shipments = 1, Delivered = 1 }, CountsOf(Scan(TransportStatus.DeliveredAgent, 1)));
        Assert.Equal(new SellerCounts { Shipments = 1, Cancelled = 1 }, CountsOf(Scan(TransportStatus.Cancelled, 1)));
        Assert.Equal(new SellerCounts { Shipments = 1 }, CountsOf(Scan(TransportStatus.Returned, 1)));
    }

    [Fact]
    public void A_shipment_counts_by_its_holds_and_customs()
    {
        Assert.Equal(new SellerCounts { Shipments = 1, Held = 1 }, CountsOf(Hold(1), Hold(2)));
        Assert.Equal(new SellerCounts { Shipments = 1 }, CountsOf(Decision(DecisionKind.RequestPlaced, 1)));
        Assert.Equal(new SellerCounts { Shipments = 1, Released = 1 }, CountsOf(Decision(DecisionKind.Released, 1)));
        Assert.Equal(new SellerCounts { Shipments = 1, Held = 1 }, CountsOf(Decision(DecisionKind.Released, 1), Hold(2)));
        Assert.Equal(new SellerCounts { Shipments = 1, Seized = 1, Discrepant = 1 }, CountsOf(Decision(DecisionKind.Seized, 1)));
    }

    [Fact]
    public void The_seller_is_the_last_that_a_dispatch_names()
    {
        Assert.Equal("bazaar/s2", HeadRules.Of(Facts(Dispatch(9, "bazaar/s2"), Dispatch(5, "bazaar/s1"))).Seller);
        Assert.Null(HeadRules.Of(Facts(Hold(1))).Seller);
    }

    [Fact]
    public void Two_marketplaces_that_name_different_sellers_are_a_discrepancy()
    {
        Assert.Equal([DiscrepancyKind.SellersDiffer], Facts(Dispatch(1, "bazaar/s1"), Dispatch(2, "souk/s1")).Picture.Discrepancies.Select(d => d.Kind));
        Assert.Empty(Facts(Dispatch(1, "bazaar/s1"), Dispatch(2, "bazaar/s2")).Picture.Discrepancies);
    }

    [Fact]
    public void A_seller_that_becomes_known_or_changes_moves_the_counts()
    {
        var (before, after) = (Facts(Dispatch(1, "bazaar/s1"), Hold(2)), Facts(Dispatch(1, "bazaar/s1"), Hold(2), Dispatch(3, "bazaar/s2")));

        var sums = new Dictionary<string, SellerCounts>();
        Tally.Include(sums, HeadRules.Of(before), HeadRules.Of(after), facts: 1);

        Assert.Equal(
            [
                (Tally.All, new SellerCounts { Facts = 1 }),
                ("bazaar/s1", new SellerCounts { Shipments = -1, Held = -1 }),
                ("bazaar/s2", new SellerCounts { Shipments = 1, Held = 1 }),
            ],
            Sorted(sums));
    }

    [Fact]
    public void What_changes_no_count_adds_nothing()
    {
        var head = HeadRules.Of(Facts(Hold(1), Dispatch(2)));

        var sums = new Dictionary<string, SellerCounts>();
        Tally.Include(sums, head, head, facts: 0);

        Assert.Empty(sums);
    }

    [Fact]
    public void Deltas_over_any_history_sum_to_the_recount()
    {
        FactGenerator.Sets.Array[1, 4].Sample(
            shipments =>
            {
                var (summed, recounted) = (new Dictionary<string, SellerCounts>(), new Dictionary<string, SellerCounts>());
                foreach (var facts in shipments)
                {
                    var last = Grow(facts, summed);
                    var (head, own) = (HeadRules.Of(last), new SellerCounts { Facts = last.Facts.Length });
                    Include(recounted, Tally.All, Tally.Add(Tally.Of(head), own));
                    Include(recounted, head.Seller, Tally.Of(head));
                }

                Assert.Equal(Sorted(recounted), Sorted(summed));
            },
            iter: 400);
    }

    // Facts one by one, and then the number turns out to be a piece of another bill: it counts for nothing but its facts.
    [Fact]
    public void A_number_that_becomes_a_piece_gives_back_what_it_counted_for()
    {
        FactGenerator.Sets.Sample(
            facts =>
            {
                var totals = new Dictionary<string, SellerCounts>();
                var before = Grow(facts, totals);
                var after = before.After([new LinkTold(new LinkRequest(Bill.Sibling("B2"), Bill, 1, 1, Linked: true, 1), 1)]);
                Apply(totals, before, after, 0);

                Assert.Equal([(Tally.All, new SellerCounts { Facts = before.Facts.Length })], Sorted(totals));
            },
            iter: 400);
    }

    private static ShipmentState Grow(Fact[] facts, Dictionary<string, SellerCounts> totals)
    {
        var state = Nothing;
        foreach (var fact in facts)
        {
            var after = state.With(fact);
            Apply(totals, state, after, after.Facts.Length - state.Facts.Length);
            state = after;
        }

        return state;
    }

    private static void Apply(Dictionary<string, SellerCounts> totals, ShipmentState before, ShipmentState after, int facts) =>
        Tally.Include(totals, HeadRules.Of(before), HeadRules.Of(after), facts);

    private static void Include(Dictionary<string, SellerCounts> totals, string? scope, SellerCounts counts)
    {
        if (scope is not null)
        {
            totals[scope] = Tally.Add(totals.GetValueOrDefault(scope), counts);
        }
    }

    private static IEnumerable<(string Scope, SellerCounts Counts)> Sorted(Dictionary<string, SellerCounts> totals) =>
        totals.Where(t => t.Value != default).OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => (t.Key, t.Value));
}
