using CsCheck;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Shipments;
using Tracking.Contracts.Statuses;
using Tracking.Domain.Sellers;
using Tracking.Domain.Shipments;
using Tracking.Domain.Shipments.Events;
using static Tracking.Domain.Tests.Given;

namespace Tracking.Domain.Tests.Shipments;

/// <summary>Where a number belongs, and what a bill has still to bring about.</summary>
public sealed class LinkTests
{
    private static readonly ShipmentNumber Piece = Bill.Sibling("P1");

    private static LinkTold Told(string bill, long since, int version, bool linked = true) =>
        new(new LinkRequest(Bill.Sibling(bill), Piece, since, (UInt128)since, linked, version), since);

    private static ShipmentState Of(params ImmutableArray<LinkTold> told) => ShipmentState.Empty(Piece, CarrierRules.Default).After([.. told]);

    private static ShipmentState Answer(ShipmentState bill, LinkAnswer answer) =>
        bill.After([.. Pending(bill).Select(r => new PieceAnswered(r, answer, At(100)))]);

    private static ImmutableArray<LinkRequest> Pending(ShipmentState bill) => bill.Links.Pending(bill.Number, bill.Picture, bill.Version);

    [Fact]
    public void The_bill_whose_manifest_is_later_wins()
    {
        Assert.Equal("B2", Of(Told("B2", 20, 1), Told("B1", 10, 5)).Links.Belongs?.Bill.Number);
    }

    [Fact]
    public void A_link_that_is_taken_back_gives_the_piece_to_the_next()
    {
        Assert.Equal("B1", Of(Told("B2", 20, 1), Told("B1", 10, 5), Told("B2", 20, 2, linked: false)).Links.Belongs?.Bill.Number);
        Assert.Null(Of(Told("B1", 10, 1), Told("B1", 10, 2, linked: false)).Links.Belongs);
    }

    [Fact]
    public void Of_requests_of_one_bill_the_later_version_counts_whatever_the_order_of_arrival()
    {
        Assert.Null(Of(Told("B1", 10, 2, linked: false), Told("B1", 10, 1)).Links.Belongs);
    }

    [Fact]
    public void Any_order_of_requests_ends_in_the_same_bill()
    {
        var request = Gen.Select(Gen.Int[1, 3], Gen.Long[0, 3], Gen.Int[1, 6], Gen.Bool, (bill, since, version, linked) => Told($"B{bill}", since, version, linked));
        Gen.Select(request.Array[1, 10], Gen.ULong).Sample(
            (requests, arrival) =>
            {
                // A bill says one thing at one version.
                var said = requests.DistinctBy(r => (r.Request.Bill, r.Request.Version)).ToArray();
                var expected = Of([.. said]).Links.Belongs;
                var again = said.Concat(said).ToArray();
                new Dice(arrival).Shuffle<LinkTold>(again);

                Assert.Equal(expected, Of([.. again]).Links.Belongs);
            },
            iter: 1_000);
    }

    [Fact]
    public void A_bill_asks_each_piece_of_its_manifest_until_it_has_answered()
    {
        var bill = Facts(Manifest(5, "CN", "US", "P1", "P2", "BILL1"));

        Assert.Equal(["P1", "P2"], Pending(bill).Select(r => r.Piece.Number));
        Assert.All(Pending(bill), r => Assert.Equal((At(5), true), (r.Since, r.Linked)));
        Assert.True(HeadRules.Of(bill).LinksPending);
        Assert.False(HeadRules.Of(Answer(bill, LinkAnswer.Confirmed)).LinksPending);
    }

    [Fact]
    public void A_later_manifest_asks_anew_and_takes_back_what_it_no_longer_names()
    {
        var bill = Answer(Facts(Manifest(5, "CN", "US", "P1", "P2")), LinkAnswer.Confirmed).With(Manifest(9, "CN", "US", "P1"));

        Assert.Equal([("P1", true), ("P2", false)], Pending(bill).Select(r => (r.Piece.Number, r.Linked)));
        Assert.Empty(Pending(Answer(bill, LinkAnswer.Confirmed)));
    }

    [Fact]
    public void An_answer_to_an_older_request_does_not_replace_one_to_a_newer()
    {
        var bill = Facts(Manifest(5, "CN", "US", "P1"));
        var older = Assert.Single(Pending(bill));
        var later = bill.With(Manifest(9, "CN", "US", "P1"));
        var newer = Assert.Single(Pending(later));

        Assert.Empty(Pending(later.After([new PieceAnswered(newer, LinkAnswer.Confirmed, 1), new PieceAnswered(older, LinkAnswer.Confirmed, 2)])));
    }

    [Fact]
    public void A_piece_that_belongs_elsewhere_is_a_discrepancy_and_its_facts_are_ignored()
    {
        var bill = Facts(Manifest(5, "CN", "US", "P1"), Scan(TransportStatus.Delivered, 6, piece: "P1"), Hold(7) with { Number = Piece });

        var refused = Answer(bill, LinkAnswer.BelongsElsewhere);

        Assert.Equal([DiscrepancyKind.PieceElsewhere], refused.Picture.Discrepancies.Select(d => d.Kind));
        Assert.Equal(TransportStatus.NoNews, refused.Picture.Status);
        Assert.Empty(refused.Picture.Holds);
    }

    [Fact]
    public void A_move_of_a_piece_that_belongs_elsewhere_violates_nothing_here()
    {
        var bill = Facts(Manifest(5, "CN", "US", "P1", "P2"), Scan(TransportStatus.InTransitArrived, 6, "USJFK"), Hold(7) with { ReportedBy = CarrierKey }, Scan(TransportStatus.InTransitDeparted, 60, piece: "P1"));

        Assert.Single(bill.Picture.Violations);
        Assert.Empty(Answer(bill, LinkAnswer.BelongsElsewhere).Picture.Violations);
    }

    [Fact]
    public void A_number_that_forwards_counts_for_nothing_and_queues_no_hold()
    {
        var piece = ShipmentState.Empty(Piece, CarrierRules.Default).With(Hold(5) with { Number = Piece });
        var linked = piece.After([Told("B1", 10, 1)]);

        Assert.Equal(1, Tally.Of(HeadRules.Of(piece)).Held);
        Assert.Equal(default, Tally.Of(HeadRules.Of(linked)));
        Assert.Equal("B1", HeadRules.Of(linked).BelongsTo);
        Assert.Empty(HeadRules.OpenHolds(linked));
    }

    [Fact]
    public void A_number_of_which_only_a_taken_back_link_is_known_counts_for_nothing()
    {
        Assert.Equal(default, Tally.Of(HeadRules.Of(Of(Told("B1", 10, 1), Told("B1", 10, 2, linked: false)))));
    }
}
