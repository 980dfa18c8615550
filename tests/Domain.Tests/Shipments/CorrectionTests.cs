using Tracking.Contracts.Facts;
using Tracking.Contracts.Shipments;
using Tracking.Contracts.Statuses;
using Tracking.Domain.Shipments;
using static Tracking.Domain.Tests.Given;

namespace Tracking.Domain.Tests.Shipments;

/// <summary>A correction replaces what it names; the last in the order counts; one without new content withdraws.</summary>
public sealed class CorrectionTests
{
    private static readonly Scan Original = Scan(TransportStatus.Delivered, 10, id: "S1");

    private static TransportStatus StatusOf(params ImmutableArray<Fact> facts) => Facts(facts).Picture.Status;

    private static Scan Correction(string id, TransportStatus status, double at, string? of = "S1") => Scan(status, at, id: id) with { Corrects = of };

    [Fact]
    public void A_correction_replaces_its_target_whichever_comes_first()
    {
        var correction = Correction("S2", TransportStatus.AttemptedAbsent, 10);

        Assert.Equal(TransportStatus.AttemptedAbsent, StatusOf(Original, correction));
        Assert.Equal(TransportStatus.AttemptedAbsent, StatusOf(correction, Original));
        Assert.Equal(TransportStatus.AttemptedAbsent, StatusOf(correction));
    }

    [Fact]
    public void Of_several_corrections_the_last_in_the_order_counts_not_the_last_to_arrive()
    {
        Assert.Equal(TransportStatus.Returned, StatusOf(Original, Correction("S3", TransportStatus.Returned, 12), Correction("S2", TransportStatus.Attempted, 11)));
    }

    [Fact]
    public void A_correction_may_be_corrected_itself()
    {
        Assert.Equal(TransportStatus.Returned, StatusOf(Correction("S3", TransportStatus.Returned, 5, "S2"), Correction("S2", TransportStatus.Attempted, 11), Original));
    }

    [Fact]
    public void A_withdrawal_leaves_nothing()
    {
        Assert.Equal(TransportStatus.Accepted, StatusOf(Scan(TransportStatus.Accepted, 1), Original, Correction("S2", TransportStatus.Delivered, 10) with { Withdraws = true }));
    }

    [Fact]
    public void A_correction_may_share_the_id_of_what_it_corrects_more_than_once()
    {
        var first = Correction("S1", TransportStatus.Attempted, 11);
        var second = Correction("S1", TransportStatus.Returned, 12);

        var decision = ReceiveRules.Decide(Nothing, [Original, first, second, first]);

        Assert.Equal([FactResult.Accepted, FactResult.Accepted, FactResult.Accepted, FactResult.Duplicate], decision.Outcomes.Select(o => o.Result));
        Assert.Equal(TransportStatus.Returned, Nothing.After(decision.Events).Picture.Status);
    }

    [Fact]
    public void Corrections_in_a_circle_count_for_nothing_and_are_a_discrepancy()
    {
        var state = Facts(Scan(TransportStatus.Accepted, 1), Correction("S1", TransportStatus.Delivered, 10, "S2"), Correction("S2", TransportStatus.Returned, 11));

        Assert.Equal(TransportStatus.Accepted, state.Picture.Status);
        Assert.Equal([DiscrepancyKind.CorrectionCircle, DiscrepancyKind.CorrectionCircle], state.Picture.Discrepancies.Select(d => d.Kind));
    }

    [Fact]
    public void A_correction_that_was_outvoted_is_no_circle()
    {
        Assert.Empty(Facts(Original, Correction("S2", TransportStatus.Attempted, 11), Correction("S3", TransportStatus.Returned, 12)).Picture.Discrepancies);
    }

    [Fact]
    public void A_fact_of_another_source_cannot_be_corrected()
    {
        var hold = Hold(5, id: "H1");
        var byId = Scan(TransportStatus.Accepted, 6, id: "S9") with { Corrects = "H1", Withdraws = true };
        var byKey = Scan(TransportStatus.Accepted, 7, id: "S8") with { Corrects = FactKeys.Text(FactKeys.Of(hold)), Withdraws = true };

        Assert.Equal(1, Facts(hold, byId, byKey).Picture.OpenHolds);
    }

    [Fact]
    public void A_decision_of_another_authority_cannot_be_deleted()
    {
        var hold = Hold(5, id: "H1");

        Assert.Equal(1, Facts(hold, Deletion(6, "H1", Fda), Deletion(7, FactKeys.Text(FactKeys.Of(hold)), Fda)).Picture.OpenHolds);
    }

    [Fact]
    public void A_fact_whose_id_looks_like_a_key_is_corrected_by_that_id()
    {
        const string Guid = "0f8fad5bd9cb469fa16570867728950e";

        Assert.Equal(TransportStatus.Attempted, StatusOf(Original with { Id = Guid }, Correction("S2", TransportStatus.Attempted, 10, Guid)));
    }

    [Fact]
    public void A_fact_without_an_id_is_corrected_by_the_id_that_its_answer_gave()
    {
        var nameless = Original with { Id = null };
        var id = ReceiveRules.Decide(Nothing, [nameless]).Outcomes[0].Id;

        Assert.Equal(FactKeys.IdOf(nameless), id);
        Assert.Equal(TransportStatus.Attempted, StatusOf(nameless, Correction("S2", TransportStatus.Attempted, 10, id)));
    }

    [Fact]
    public void A_withdrawal_without_an_id_is_no_copy_of_what_it_withdraws()
    {
        var nameless = Original with { Id = null };
        var withdrawal = nameless with { Corrects = FactKeys.IdOf(nameless), Withdraws = true };

        Assert.Equal(TransportStatus.NoNews, StatusOf(nameless, withdrawal));
        Assert.Equal(TransportStatus.NoNews, StatusOf(withdrawal, nameless));
    }

    [Fact]
    public void A_withdrawal_that_names_nothing_is_a_fact_like_any_other_whatever_else_is_corrected()
    {
        var odd = Decision(DecisionKind.Presented, 5) with { Withdraws = true };

        Assert.Single(Facts(odd).Picture.Customs);
        Assert.Single(Facts(odd, Original, Correction("S2", TransportStatus.Attempted, 11)).Picture.Customs);
    }

    [Fact]
    public void The_deletion_of_a_decision_takes_its_correction_out_too()
    {
        var hold = Hold(5, id: "H1");

        Assert.Empty(Facts(hold, Hold(6, id: "H1b") with { Corrects = "H1" }, Deletion(9, "H1")).Picture.Holds);
        Assert.Empty(Facts(hold, Hold(6, id: "H1") with { Corrects = "H1" }, Deletion(9, "H1")).Picture.Holds);
    }

    [Fact]
    public void A_deletion_that_corrects_a_decision_stands_when_that_decision_is_deleted_whichever_comes_first()
    {
        Decision[] facts = [Hold(5, id: "H1"), Hold(5, id: "H2"), Deletion(6, "H2") with { Id = "D1", Corrects = "H1" }, Deletion(7, "H1") with { Id = "D2" }];

        Assert.Empty(Facts([.. facts]).Picture.Holds);
        Assert.Empty(Facts([.. facts.Reverse()]).Picture.Holds);
    }

    [Fact]
    public void A_corrected_release_frees_what_the_correction_says()
    {
        var state = Facts(Manifest(0, "CN", "US", "P1", "P2"), Decision(DecisionKind.Released, 5, id: "R1"), Decision(DecisionKind.Released, 5, id: "R2").Of("P1") with { Corrects = "R1" });

        Assert.Equal(CustomsStatus.None, state.Picture.Customs[0].Status);
        Assert.Equal(["P1"], state.Picture.Customs[0].ReleasedPieces.AsEnumerable());
    }
}
