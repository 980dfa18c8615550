using Tracking.Contracts.Facts;
using Tracking.Contracts.Holds;
using Tracking.Contracts.Shipments;
using Tracking.Contracts.Statuses;
using Tracking.Domain.Holds;
using Tracking.Domain.Shipments;
using static Tracking.Domain.Tests.Given;

namespace Tracking.Domain.Tests.Holds;

/// <summary>Which removal lifts which hold.</summary>
public sealed class HoldTests
{
    private static readonly Manifest Two = Manifest(0, "CN", "US", "P1", "P2");

    private static IEnumerable<string> Open(ShipmentState state) => state.Picture.Holds.Where(h => h.IsOpen).Select(h => h.Id);

    private static IEnumerable<DiscrepancyKind> Discrepancies(ShipmentState state) => state.Picture.Discrepancies.Select(d => d.Kind);

    [Fact]
    public void A_hold_tells_its_kind_authority_terms_and_time()
    {
        var hold = Assert.Single(Facts(Hold(5, id: "H1", reference: "R1", port: "4701")).Picture.Holds);

        Assert.Equal(("H1", HoldKind.CommercialEnforcement, HoldNature.Hold, Cbp, "US", "4701", At(5)), (hold.Id, hold.Kind, hold.Nature, hold.Authority, hold.Territory, hold.Terms.Port, hold.PlacedAt));
    }

    [Theory]
    [InlineData("H1")]
    [InlineData("R1")]
    public void A_removal_that_names_a_hold_lifts_that_hold_alone(string name)
    {
        var state = Facts(Hold(5, id: "H1", reference: "R1"), Hold(6, id: "H2", reference: "R2"), Removal(10, name));

        Assert.Equal(["H2"], Open(state));
        Assert.Equal(At(10), state.Picture.Holds[0].RemovedAt);
        Assert.Empty(state.Picture.Discrepancies);
    }

    [Fact]
    public void A_removal_that_names_a_hold_lifts_it_although_its_clock_says_earlier()
    {
        var state = Facts(Removal(3, "R1"), Hold(5, reference: "R1"));

        Assert.Empty(Open(state));
        Assert.Empty(state.Picture.Discrepancies);
    }

    [Fact]
    public void A_removal_of_named_pieces_that_comes_before_its_hold_frees_those_pieces_alone()
    {
        var hold = Assert.Single(Facts(Two, Removal(3, "R1").Of("P1"), Hold(5, reference: "R1")).Picture.Holds);

        Assert.False(hold.Applies("P1"));
        Assert.True(hold.Applies("P2"));
        Assert.True(hold.IsOpen);
    }

    [Fact]
    public void A_removal_that_names_its_own_hold_does_not_wait_for_another_authoritys_of_the_same_name()
    {
        var state = Facts(Hold(1, Fda, "F1", "R1"), Removal(3, "R1"), Hold(5, id: "C1", reference: "R1"));

        Assert.Equal(["F1"], Open(state));
        Assert.Empty(state.Picture.Discrepancies);
    }

    [Fact]
    public void A_removal_without_a_name_lifts_every_earlier_hold_of_its_pair_and_none_later()
    {
        var state = Facts(
            Hold(1, id: "A", code: "1H/1I", port: "4701"),
            Hold(2, id: "B", code: "1H/1I", port: "4701"),
            Hold(3, id: "OtherCode", code: "2H/2I", port: "4701"),
            Hold(4, id: "OtherPort", code: "1H/1I", port: "2704"),
            Hold(5, Fda, "OtherAgency", code: "1H/1I", port: "4701"),
            Hold(20, id: "Later", code: "1H/1I", port: "4701"),
            Removal(10, code: "1H/1I", port: "4701"));

        Assert.Equal(["OtherCode", "OtherPort", "OtherAgency", "Later"], Open(state));
    }

    [Fact]
    public void A_removal_that_finds_nothing_is_a_discrepancy()
    {
        Assert.Equal([DiscrepancyKind.RemovalWithoutHold, DiscrepancyKind.RemovalWithoutHold], Discrepancies(Facts(Hold(5), Removal(3), Removal(6, "R9"))));
    }

    [Fact]
    public void Two_removals_that_find_nothing_under_one_name_are_two_discrepancies()
    {
        Assert.Equal([DiscrepancyKind.RemovalWithoutHold, DiscrepancyKind.RemovalWithoutHold], Discrepancies(Facts(Removal(3, "R9"), Removal(4, "R9"))));
    }

    [Fact]
    public void A_removal_by_another_authority_lifts_nothing_and_is_a_discrepancy()
    {
        var state = Facts(Hold(5, id: "H1", reference: "R1"), Removal(10, "R1", Fda));

        Assert.Equal(["H1"], Open(state));
        Assert.Equal([DiscrepancyKind.RemovedByOther], Discrepancies(state));
    }

    [Fact]
    public void A_removal_by_the_carrier_lifts_no_hold_of_an_authority()
    {
        Assert.Equal(["H1"], Open(Facts(Hold(5, id: "H1", reference: "R1"), Removal(10, "R1", Carrier), Removal(11, source: Carrier))));
    }

    [Fact]
    public void A_removal_of_some_pieces_leaves_the_rest_held()
    {
        var hold = Assert.Single(Facts(Two, Hold(5, reference: "R1"), Removal(10, "R1").Of("P1")).Picture.Holds);

        Assert.True(hold.IsOpen);
        Assert.Equal(new FreedPiece("P1", At(10)), Assert.Single(hold.FreedPieces));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_hold_ends_with_the_removal_of_its_last_piece(bool onPieces)
    {
        var placed = Hold(5, reference: "R1");
        var state = Facts(Two, onPieces ? placed.Of("P1", "P2") : placed, Removal(10, "R1").Of("P1"), Removal(12, "R1").Of("P2"));

        Assert.Empty(Open(state));
        Assert.Equal(At(12), state.Picture.Holds[0].RemovedAt);
    }

    [Fact]
    public void A_hold_on_a_bill_with_pieces_unnamed_stays_open_for_them()
    {
        var state = Facts(Two with { PieceCount = 3 }, Hold(5, reference: "R1", id: "H1"), Removal(10, "R1").Of("P1", "P2"));

        Assert.Equal(["H1"], Open(state));
    }

    [Fact]
    public void A_removal_of_some_pieces_without_names_lifts_nothing_and_is_a_discrepancy()
    {
        var state = Facts(Two, Hold(5, reference: "R1", id: "H1"), Removal(10, "R1") with { PieceCount = 1 });

        Assert.Equal(["H1"], Open(state));
        Assert.Equal([DiscrepancyKind.RemovalWithoutHold], Discrepancies(state));
        Assert.Empty(Open(state.With(Removal(11, "R1") with { PieceCount = 2 })));
    }

    [Fact]
    public void A_decision_under_a_pieces_number_concerns_that_piece()
    {
        var hold = Assert.Single(Facts(Two, Hold(5) with { Number = Bill.Sibling("P1") }).Picture.Holds);

        Assert.Equal(["P1"], hold.Pieces.AsEnumerable());
    }

    [Theory]
    [InlineData(DecisionKind.Released)]
    [InlineData(DecisionKind.Seized)]
    [InlineData(DecisionKind.Excluded)]
    [InlineData(DecisionKind.Abandoned)]
    [InlineData(DecisionKind.Exported)]
    public void A_detention_ends_with_its_outcome_and_other_holds_stay(DecisionKind outcome)
    {
        var state = Facts(Decision(DecisionKind.Detained, 5, id: "D1"), Hold(6, id: "H1"), Decision(outcome, 10));

        Assert.Equal(["H1"], Open(state));
    }

    [Fact]
    public void A_detention_ends_piece_by_piece_with_releases_of_named_pieces()
    {
        var half = Facts(Two, Decision(DecisionKind.Detained, 5, id: "D1"), Decision(DecisionKind.Released, 10).Of("P1"));

        Assert.Equal(new FreedPiece("P1", At(10)), Assert.Single(Assert.Single(half.Picture.Holds).FreedPieces));
        Assert.Empty(Open(half.With(Decision(DecisionKind.Released, 11).Of("P2"))));
    }

    [Fact]
    public void A_detention_ends_when_all_pieces_are_released_by_number()
    {
        var half = Facts(Two, Decision(DecisionKind.Detained, 5, id: "D1"), Decision(DecisionKind.Released, 10) with { PieceCount = 1 });

        Assert.Equal(["D1"], Open(half));
        Assert.Empty(Open(half.With(Decision(DecisionKind.Released, 11) with { PieceCount = 1 })));
    }

    [Fact]
    public void A_detention_at_import_does_not_end_with_a_release_at_export_or_elsewhere()
    {
        var state = Facts(
            Decision(DecisionKind.Detained, 5, id: "D1"),
            Decision(DecisionKind.Released, 10).Export(),
            Decision(DecisionKind.Released, 11) with { Territory = "CA" });

        Assert.Equal(["D1"], Open(state));
    }

    [Fact]
    public void A_detention_does_not_end_with_a_release_by_another_authority_which_is_a_discrepancy()
    {
        var state = Facts(Decision(DecisionKind.Detained, 5, id: "D1"), Decision(DecisionKind.Released, 10, Fda));

        Assert.Equal(["D1"], Open(state));
        Assert.Contains(DiscrepancyKind.RemovedByOther, Discrepancies(state));
    }

    [Fact]
    public void A_release_and_a_hold_are_independent()
    {
        Assert.Equal(["H1"], Open(Facts(Hold(5, id: "H1"), Decision(DecisionKind.Released, 10))));
    }

    [Fact]
    public void A_hold_after_the_release_holds_anew()
    {
        var state = Facts(Decision(DecisionKind.Presented, 1), Decision(DecisionKind.Released, 5), Hold(10, id: "H1"));

        Assert.Equal(["H1"], Open(state));
        Assert.False(HeadRules.Of(state).Released);
        Assert.Equal(1, HeadRules.Of(state).OpenHolds);
    }

    [Fact]
    public void A_hold_whose_decision_is_deleted_never_was()
    {
        Assert.Empty(Facts(Hold(5, id: "H1"), Deletion(6, "H1")).Picture.Holds);
    }

    [Fact]
    public void A_hold_whose_removal_is_deleted_is_open_again()
    {
        Assert.Equal(["H1"], Open(Facts(Hold(5, id: "H1"), Removal(6, "H1"), Deletion(7, "HoldRemoved@6"))));
    }

    [Fact]
    public void An_exam_ends_with_its_completion_and_a_completion_of_none_is_a_discrepancy()
    {
        Assert.Empty(Open(Facts(Decision(DecisionKind.ExamOrdered, 5), Decision(DecisionKind.ExamCompleted, 6))));
        Assert.Equal([DiscrepancyKind.ExamNotOrdered], Discrepancies(Facts(Decision(DecisionKind.ExamCompleted, 6))));
        Assert.Equal([DiscrepancyKind.ExamNotOrdered], Discrepancies(Facts(Decision(DecisionKind.ExamCompleted, 6) with { Hold = new HoldTerms { Reference = "X1" } })));
    }

    [Fact]
    public void An_exam_completed_lifts_no_hold()
    {
        Assert.Equal(["H1"], Open(Facts(Hold(4, id: "H1"), Decision(DecisionKind.ExamOrdered, 5), Decision(DecisionKind.ExamCompleted, 6))));
    }

    [Theory]
    [InlineData(DecisionKind.ExamCompleted, 10)]
    [InlineData(DecisionKind.ExamCompleted, 1)]
    [InlineData(DecisionKind.RequestRemoved, 10)]
    public void The_end_of_an_exam_or_request_under_the_reference_of_a_hold_leaves_the_hold(DecisionKind end, int at)
    {
        var terms = new HoldTerms { Reference = "R1" };
        var state = Facts(Hold(4, id: "H1", reference: "R1"), Decision(DecisionKind.ExamOrdered, 5) with { Hold = terms }, Decision(DecisionKind.RequestPlaced, 5) with { Hold = terms }, Decision(end, at) with { Hold = terms });

        Assert.Contains("H1", Open(state));
        Assert.Equal(2, Open(state).Count());
    }

    [Fact]
    public void A_request_stays_open_when_answered_and_ends_when_removed()
    {
        var answered = Facts(Decision(DecisionKind.RequestPlaced, 5, id: "Q1"), Decision(DecisionKind.RequestAnswered, 6));

        Assert.Equal(["Q1"], Open(answered));
        Assert.Equal(0, answered.Picture.OpenHolds);
        Assert.Empty(Open(answered.With(Decision(DecisionKind.RequestRemoved, 7))));
    }

    [Fact]
    public void A_carrier_that_says_released_lifts_nothing_and_is_a_discrepancy_while_held()
    {
        var says = Scan(TransportStatus.InTransit, 10, customs: CustomsReport.Released);
        var state = Facts(Hold(5, id: "H1"), says);

        Assert.Equal(["H1"], Open(state));
        Assert.Equal([DiscrepancyKind.CarrierSaysReleased], Discrepancies(state));
        Assert.Empty(Discrepancies(state.With(Removal(9, "H1"))));
        Assert.Empty(Discrepancies(Facts(says)));
    }

    [Fact]
    public void At_one_time_a_hold_comes_before_its_removal()
    {
        Assert.Empty(Open(Facts(Removal(5), Hold(5))));
    }

    [Fact]
    public void The_queue_shows_open_holds_and_exams_without_restricted_reasons()
    {
        var secret = Hold(5, id: "H1") with { Hold = new HoldTerms { Kind = HoldKind.AntiTerrorism, Reason = "tip", ReasonRestricted = true } };
        var rows = HeadRules.OpenHolds(Facts(secret, Decision(DecisionKind.ExamOrdered, 6, id: "X1"), Decision(DecisionKind.RequestPlaced, 7), Hold(8, id: "H2"), Removal(9, "H2")));

        Assert.Equal([("H1", null), ("X1", null)], rows.Select(r => (r.Id, r.Reason)));
    }

    [Fact]
    public void A_removal_of_a_hold_without_a_kind_leaves_exams_of_that_authority_open()
    {
        var exam = Decision(DecisionKind.ExamOrdered, 5) with { Hold = new HoldTerms { Kind = HoldKind.IntensiveExam } };
        var state = Facts(exam, Hold(10, id: "H1"), Removal(20));

        Assert.Equal(["ExamOrdered@5"], state.Picture.Holds.Where(h => h.IsOpen).Select(h => h.Id));
    }
}
