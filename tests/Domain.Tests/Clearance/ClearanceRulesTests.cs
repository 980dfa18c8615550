using Tracking.Contracts.Clearance;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Holds;
using Tracking.Contracts.Statuses;
using Tracking.Domain.Clearance;
using Tracking.Domain.Shipments;
using static Tracking.Domain.Tests.Given;

namespace Tracking.Domain.Tests.Clearance;

/// <summary>What fits whom: permits, pieces, quantities, procedures and territories.</summary>
public sealed class ClearanceRulesTests
{
    private static readonly ImmutableArray<Fact> Arrived = [Manifest(0, "CN", "US", "P1", "P2"), Scan(TransportStatus.InTransitArrived, 60, "USJFK"), Decision(DecisionKind.Presented, 61)];

    private static ClearanceVerdict Verdict(ShipmentState state, ClearancePurpose purpose, string? asked = null) => ClearanceRules.Answer(state, asked ?? Bill.Number, purpose).Verdict;

    [Fact]
    public void A_permit_of_another_authority_opens_no_row_of_a_hold()
    {
        var state = Facts([.. Arrived, Hold(70), Permit(80, ClearancePurpose.Transfer, Fda)]);

        Assert.Equal(ClearanceVerdict.Divert, Verdict(state, ClearancePurpose.Transfer));
    }

    [Fact]
    public void A_permit_for_another_purpose_opens_nothing()
    {
        var state = Facts([.. Arrived, Hold(70), Permit(80, ClearancePurpose.InBond)]);

        Assert.Equal(ClearanceVerdict.Divert, Verdict(state, ClearancePurpose.Transfer));
        Assert.Equal(ClearanceVerdict.Go, Verdict(state, ClearancePurpose.InBond));
    }

    [Fact]
    public void A_permit_of_any_authority_opens_not_released()
    {
        Assert.Equal(ClearanceVerdict.Go, Verdict(Facts([.. Arrived, Permit(80, ClearancePurpose.InBond, Fda)]), ClearancePurpose.InBond));
    }

    [Fact]
    public void A_permit_that_the_carrier_gives_itself_opens_nothing()
    {
        Assert.Equal(ClearanceVerdict.Stop, Verdict(Facts([.. Arrived, Permit(80, ClearancePurpose.InBond, Carrier)]), ClearancePurpose.InBond));
    }

    [Fact]
    public void A_permit_for_one_piece_opens_that_piece_alone()
    {
        var state = Facts([.. Arrived, Hold(70), Permit(80, ClearancePurpose.Transfer).Of("P1")]);

        Assert.Equal(ClearanceVerdict.Go, Verdict(state, ClearancePurpose.Transfer, "P1"));
        Assert.Equal(ClearanceVerdict.Divert, Verdict(state, ClearancePurpose.Transfer, "P2"));
        Assert.Equal(ClearanceVerdict.Divert, Verdict(state, ClearancePurpose.Transfer));
    }

    [Fact]
    public void A_permit_that_is_deleted_opens_nothing()
    {
        var state = Facts([.. Arrived, Hold(70), Permit(80, ClearancePurpose.Transfer), Deletion(81, "permit-Transfer@80")]);

        Assert.Equal(ClearanceVerdict.Divert, Verdict(state, ClearancePurpose.Transfer));
    }

    [Fact]
    public void A_hold_on_one_piece_stops_that_piece_and_the_bill_but_not_its_neighbour()
    {
        var state = Facts([.. Arrived, Decision(DecisionKind.Released, 62), Hold(70).Of("P1")]);

        var byBill = ClearanceRules.Answer(state, Bill.Number, ClearancePurpose.Leave);

        Assert.Equal(ClearanceVerdict.Stop, Verdict(state, ClearancePurpose.Leave, "P1"));
        Assert.Equal(ClearanceVerdict.Go, Verdict(state, ClearancePurpose.Leave, "P2"));
        Assert.Equal((ClearanceVerdict.Stop, 2, 1), (byBill.Verdict, byBill.Pieces, byBill.PiecesFree));
        Assert.Equal(["P1"], Assert.Single(byBill.Findings).Pieces.AsEnumerable());
    }

    [Fact]
    public void A_hold_on_the_bill_stops_every_piece()
    {
        var state = Facts([.. Arrived, Decision(DecisionKind.Released, 62), Hold(70)]);

        Assert.Equal(ClearanceVerdict.Stop, Verdict(state, ClearancePurpose.Leave, "P1"));
        Assert.Equal(ClearanceVerdict.Stop, Verdict(state, ClearancePurpose.Leave, "P2"));
        Assert.Empty(Assert.Single(ClearanceRules.Answer(state, Bill.Number, ClearancePurpose.Leave).Findings).Pieces);
    }

    [Fact]
    public void A_hold_on_a_piece_that_no_manifest_names_stops_the_bill()
    {
        const string piece = "P9";
        var withManifest = Facts([.. Arrived, Decision(DecisionKind.Released, 62), Hold(70).Of(piece)]);
        var without = Facts(Scan(TransportStatus.InTransitArrived, 60, "USJFK"), Decision(DecisionKind.Released, 62), Hold(70).Of(piece));
        var counted = Facts([Manifest(0) with { PieceCount = 3 }, .. Arrived[1..], Decision(DecisionKind.Released, 62), Hold(70).Of(piece)]);

        Assert.Equal(ClearanceVerdict.Stop, Verdict(withManifest, ClearancePurpose.Leave));
        Assert.Equal(ClearanceVerdict.Stop, Verdict(without, ClearancePurpose.Leave));
        Assert.Equal(ClearanceVerdict.Stop, Verdict(counted, ClearancePurpose.Leave));
        Assert.Equal(2, ClearanceRules.Answer(counted, Bill.Number, ClearancePurpose.Leave).PiecesFree);
    }

    [Fact]
    public void A_decision_on_the_bills_own_number_is_one_on_the_whole()
    {
        var state = Facts([.. Arrived, Decision(DecisionKind.Released, 62).Of("BILL1")]);

        Assert.Equal(ClearanceVerdict.Go, Verdict(state, ClearancePurpose.Leave));
        Assert.Equal(ClearanceVerdict.Stop, Verdict(state.With(Hold(70).Of("BILL1")), ClearancePurpose.Leave, "P2"));
    }

    [Fact]
    public void A_release_of_a_named_piece_frees_that_piece_alone()
    {
        var state = Facts([.. Arrived, Decision(DecisionKind.Released, 62).Of("P1")]);
        var byBill = ClearanceRules.Answer(state, Bill.Number, ClearancePurpose.Leave);

        Assert.Equal(ClearanceVerdict.Go, Verdict(state, ClearancePurpose.Leave, "P1"));
        Assert.Equal(ClearanceVerdict.Stop, Verdict(state, ClearancePurpose.Leave, "P2"));
        Assert.Equal((ClearanceVerdict.Stop, 2, 1), (byBill.Verdict, byBill.Pieces, byBill.PiecesFree));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_release_of_k_of_n_answers_k_of_n_by_bill_and_diverts_each_piece(bool named)
    {
        var manifest = named ? Manifest(0, "CN", "US", "P1", "P2", "P3") : Manifest(0) with { PieceCount = 3 };
        var state = Facts([manifest, .. Arrived[1..], Decision(DecisionKind.Released, 62) with { PieceCount = 2 }]);
        var byBill = ClearanceRules.Answer(state, Bill.Number, ClearancePurpose.Leave);

        Assert.Equal((ClearanceVerdict.Stop, 3, 2), (byBill.Verdict, byBill.Pieces, byBill.PiecesFree));
        Assert.Equal(ClearanceRow.PartReleased, Assert.Single(byBill.Findings).Fit.Row);
        Assert.Equal(ClearanceVerdict.Divert, Verdict(state, ClearancePurpose.Sort, "P1"));
        Assert.Equal(ClearanceVerdict.Stop, Verdict(state, ClearancePurpose.Leave, "P1"));
    }

    [Fact]
    public void A_release_of_n_of_n_in_two_parts_frees_all()
    {
        var state = Facts([.. Arrived, Decision(DecisionKind.Released, 62) with { PieceCount = 1 }, Decision(DecisionKind.Released, 63) with { PieceCount = 1 }]);

        Assert.Equal(ClearanceVerdict.Go, Verdict(state, ClearancePurpose.Leave));
        Assert.Equal(ClearanceVerdict.Go, Verdict(state, ClearancePurpose.Leave, "P2"));
    }

    [Fact]
    public void Naming_the_pieces_of_a_part_release_settles_who_is_free()
    {
        var state = Facts([.. Arrived, Decision(DecisionKind.Released, 62) with { PieceCount = 1 }, Deletion(63, "Released@62"), Decision(DecisionKind.Released, 64).Of("P2")]);

        Assert.Equal(ClearanceVerdict.Go, Verdict(state, ClearancePurpose.Leave, "P2"));
        Assert.Equal(ClearanceVerdict.Go, Verdict(state, ClearancePurpose.Sort, "P1"));
        Assert.Equal(ClearanceVerdict.Stop, Verdict(state, ClearancePurpose.Leave, "P1"));
    }

    [Fact]
    public void A_release_of_an_export_opens_nothing_at_import()
    {
        Assert.Equal(ClearanceVerdict.Stop, Verdict(Facts([.. Arrived, Decision(DecisionKind.Released, 62).Export()]), ClearancePurpose.Leave));
    }

    [Fact]
    public void A_release_elsewhere_opens_nothing_here()
    {
        Assert.Equal(ClearanceVerdict.Stop, Verdict(Facts([.. Arrived, Decision(DecisionKind.Released, 62, "ca-cbsa") with { Territory = "CA" }]), ClearancePurpose.Leave));
    }

    [Fact]
    public void Where_it_is_not_known_a_release_in_one_territory_does_not_answer_for_another()
    {
        var state = Facts(Scan(TransportStatus.AtBorder, 1), Decision(DecisionKind.Released, 62), Decision(DecisionKind.Lodged, 63, "ca-cbsa") with { Territory = "CA" });

        Assert.Equal(ClearanceVerdict.Stop, Verdict(state, ClearancePurpose.Leave));
    }

    [Fact]
    public void The_Union_is_one_territory()
    {
        var state = Facts(Manifest(0, "CN", "FR"), Scan(TransportStatus.InTransitArrived, 60, "FRPAR"), Decision(DecisionKind.Released, 62, "de-zoll") with { Territory = "DE" });

        Assert.Equal(ClearanceVerdict.Go, Verdict(state, ClearancePurpose.Leave));
    }

    [Fact]
    public void An_export_that_is_lodged_and_not_released_stops_loading_until_it_is()
    {
        var lodged = Facts(Manifest(0, "CN", "US"), Scan(TransportStatus.Accepted, 1, "CNSHA"), (Decision(DecisionKind.Lodged, 2, "cn-gacc") with { Territory = "CN" }).Export());
        var released = lodged.With((Decision(DecisionKind.Released, 3, "cn-gacc") with { Territory = "CN" }).Export());

        Assert.Equal(ClearanceVerdict.Stop, Verdict(lodged, ClearancePurpose.Load));
        Assert.Equal(ClearanceVerdict.Go, Verdict(lodged, ClearancePurpose.Sort));
        Assert.Equal(ClearanceVerdict.Go, Verdict(released, ClearancePurpose.Load));
    }

    [Fact]
    public void A_hold_counts_as_arrived_where_its_own_territory_is_reached()
    {
        var atExport = Facts(Manifest(0), Scan(TransportStatus.InTransitArrived, 1, "CNSHA"), Hold(2));

        Assert.Equal(ClearanceVerdict.Go, Verdict(atExport, ClearancePurpose.Load));
        Assert.Equal(ClearanceVerdict.Divert, Verdict(atExport.With(Scan(TransportStatus.InTransitArrived, 60, "USJFK")), ClearancePurpose.Load));
    }

    [Fact]
    public void A_domestic_carrier_needs_no_release_until_customs_decides_something()
    {
        var domestic = ShipmentState.Empty(Bill, CarrierRules.Default with { Domestic = true }).With(Scan(TransportStatus.Accepted, 1));

        Assert.Equal(ClearanceVerdict.Go, Verdict(domestic, ClearancePurpose.Leave));
        Assert.Equal(ClearanceVerdict.Stop, Verdict(domestic.With(Decision(DecisionKind.Lodged, 2)), ClearancePurpose.Leave));
    }

    [Theory]
    [InlineData(DecisionKind.Exported)]
    [InlineData(DecisionKind.Released)]
    [InlineData(DecisionKind.ReleasedWithConditions)]
    public void What_is_seized_stays_seized_whatever_comes_after(DecisionKind later)
    {
        var state = Facts([.. Arrived, Decision(DecisionKind.Seized, 70), Decision(later, 71)]);

        Assert.Equal(ClearanceVerdict.Stop, Verdict(state, ClearancePurpose.Return));
        Assert.Equal(ClearanceVerdict.Stop, Verdict(state, ClearancePurpose.Leave));
    }

    [Theory]
    [InlineData(TransportStatus.Accepted, 179, ClearanceVerdict.Unknown)]
    [InlineData(TransportStatus.Announced, 1, ClearanceVerdict.Unknown)]
    [InlineData(TransportStatus.InTransitSorted, 1, ClearanceVerdict.Go)]
    [InlineData(TransportStatus.Accepted, 181, ClearanceVerdict.Go)]
    public void A_beginning_after_an_end_may_be_another_parcel_under_the_same_number(TransportStatus again, int days, ClearanceVerdict expected)
    {
        var state = Facts(Manifest(0, "US", "US"), Scan(TransportStatus.Delivered, 5, "US"), Scan(again, 5 + (days * 1_440), "US"));

        Assert.Equal(expected, Verdict(state, ClearancePurpose.Leave));
    }

    [Theory]
    [InlineData(TransportStatus.Delivered)]
    [InlineData(TransportStatus.Returned)]
    [InlineData(TransportStatus.Cancelled)]
    [InlineData(TransportStatus.Destroyed)]
    public void A_manifest_after_any_terminal_status_may_be_another_parcel(TransportStatus end)
    {
        var state = Facts(Manifest(0, "US", "US"), Scan(end, 5, "US"), Manifest(60, "US", "US"));

        Assert.Equal(ClearanceVerdict.Unknown, Verdict(state, ClearancePurpose.Leave));
    }
}
