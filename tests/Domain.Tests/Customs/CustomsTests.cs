using Tracking.Contracts.Facts;
using Tracking.Contracts.Shipments;
using Tracking.Contracts.Statuses;
using Tracking.Domain.Customs;
using Tracking.Domain.Shipments;
using static Tracking.Domain.Tests.Given;

namespace Tracking.Domain.Tests.Customs;

/// <summary>Where the law has it, per territory and procedure.</summary>
public sealed class CustomsTests
{
    private static readonly Manifest Two = Manifest(0, "CN", "US", "P1", "P2");

    private static CustomsRecord Record(params ImmutableArray<Fact> facts) => Assert.Single(Facts(facts).Picture.Customs);

    private static IEnumerable<DiscrepancyKind> Discrepancies(params ImmutableArray<Fact> facts) => Facts(facts).Picture.Discrepancies.Select(d => d.Kind);

    [Theory]
    [InlineData(DecisionKind.Lodged, CustomsStatus.Lodged)]
    [InlineData(DecisionKind.Presented, CustomsStatus.Presented)]
    [InlineData(DecisionKind.ExamOrdered, CustomsStatus.Selected)]
    [InlineData(DecisionKind.Detained, CustomsStatus.Detained)]
    [InlineData(DecisionKind.Released, CustomsStatus.Released)]
    [InlineData(DecisionKind.ReleasedWithConditions, CustomsStatus.ReleasedWithConditions)]
    [InlineData(DecisionKind.Seized, CustomsStatus.Seized)]
    [InlineData(DecisionKind.Excluded, CustomsStatus.Excluded)]
    [InlineData(DecisionKind.Abandoned, CustomsStatus.Abandoned)]
    [InlineData(DecisionKind.Exported, CustomsStatus.Exported)]
    [InlineData(DecisionKind.Forfeited, CustomsStatus.Forfeited)]
    [InlineData(DecisionKind.Destroyed, CustomsStatus.Destroyed)]
    public void A_decision_moves_the_status_of_its_territory_and_procedure(DecisionKind kind, CustomsStatus expected)
    {
        var record = Record(Decision(kind, 5));

        Assert.Equal(("US", CustomsProcedure.Import, expected, At(5), Cbp), (record.Territory, record.Procedure, record.Status, record.Since, record.Authority));
    }

    [Fact]
    public void Territories_and_procedures_are_kept_apart()
    {
        var customs = Facts(Decision(DecisionKind.Presented, 5), Decision(DecisionKind.Released, 6).Export(), Decision(DecisionKind.Lodged, 7, "ca-cbsa") with { Territory = "CA" }).Picture.Customs;

        Assert.Equal([("US", CustomsStatus.Presented), ("US", CustomsStatus.Released), ("CA", CustomsStatus.Lodged)], customs.Select(c => (c.Territory, c.Status)));
    }

    [Fact]
    public void A_hold_is_no_customs_status()
    {
        Assert.Equal(CustomsStatus.Presented, Record(Decision(DecisionKind.Presented, 1), Hold(5)).Status);
    }

    [Fact]
    public void A_late_lodging_does_not_move_it_back()
    {
        Assert.Equal(CustomsStatus.Released, Record(Decision(DecisionKind.Released, 5), Decision(DecisionKind.Lodged, 6), Decision(DecisionKind.Presented, 7)).Status);
    }

    [Theory]
    [InlineData(CustomsStatus.Released, DecisionKind.Released)]
    [InlineData(CustomsStatus.ReleasedWithConditions, DecisionKind.ReleasedWithConditions)]
    [InlineData(CustomsStatus.Presented, DecisionKind.Presented)]
    public void The_end_of_an_exam_brings_back_the_status_from_before_it(CustomsStatus expected, DecisionKind before)
    {
        Assert.Equal(expected, Record(Decision(before, 1), Decision(DecisionKind.ExamOrdered, 5), Decision(DecisionKind.ExamCompleted, 6)).Status);
    }

    [Theory]
    [InlineData(CustomsStatus.Released, DecisionKind.Released)]
    [InlineData(CustomsStatus.Presented, DecisionKind.Presented)]
    public void The_removal_of_a_detention_brings_back_the_status_from_before_it(CustomsStatus expected, DecisionKind before)
    {
        Assert.Equal(expected, Record(Decision(before, 1), Decision(DecisionKind.Detained, 5, id: "D1"), Removal(6, "D1")).Status);
        Assert.Equal(CustomsStatus.Detained, Record(Decision(before, 1), Decision(DecisionKind.Detained, 5, id: "D1"), Hold(5, id: "H1"), Removal(6, "H1")).Status);
    }

    [Fact]
    public void The_deletion_of_a_release_takes_it_back()
    {
        var release = Decision(DecisionKind.Released, 5, id: "R1");

        Assert.Equal(CustomsStatus.Presented, Record(Decision(DecisionKind.Presented, 1), release, Deletion(6, "R1")).Status);
        Assert.Equal(CustomsStatus.Presented, Record(Deletion(6, "R1"), release, Decision(DecisionKind.Presented, 1)).Status);
    }

    [Fact]
    public void A_deletion_that_finds_nothing_is_a_discrepancy_until_it_finds_it()
    {
        Assert.Equal([DiscrepancyKind.DeletionWithoutDecision], Discrepancies(Deletion(6, "R1")));
        Assert.Empty(Discrepancies(Deletion(6, "R1"), Decision(DecisionKind.Released, 5, id: "R1")));
    }

    [Fact]
    public void A_release_of_all_pieces_one_by_one_is_a_release_from_the_last_on()
    {
        var record = Record(Two, Decision(DecisionKind.Released, 5).Of("P1"), Decision(DecisionKind.Released, 7).Of("P2"));

        Assert.Equal((CustomsStatus.Released, At(7), Cbp), (record.Status, record.Since, record.Authority));
    }

    [Fact]
    public void A_release_of_some_pieces_is_none_of_the_bill()
    {
        var record = Record(Two, Decision(DecisionKind.Presented, 1), Decision(DecisionKind.Released, 5).Of("P1"));

        Assert.Equal(CustomsStatus.Presented, record.Status);
        Assert.False(HeadRules.Of(Facts(Two, Decision(DecisionKind.Released, 5).Of("P1"))).Released);
    }

    [Theory]
    [InlineData(DecisionKind.ReleasedWithConditions, CustomsStatus.ReleasedWithConditions)]
    [InlineData(DecisionKind.Detained, CustomsStatus.Detained)]
    [InlineData(DecisionKind.Excluded, CustomsStatus.Excluded)]
    public void What_is_decided_after_the_pieces_were_released_counts(DecisionKind later, CustomsStatus expected)
    {
        Assert.Equal(expected, Record(Two, Decision(DecisionKind.Released, 5).Of("P1", "P2"), Decision(later, 9)).Status);
    }

    [Fact]
    public void A_release_of_pieces_that_the_bill_does_not_have_or_of_more_is_a_discrepancy()
    {
        Assert.Equal([DiscrepancyKind.ReleaseOfUnknownPieces], Discrepancies(Two, Decision(DecisionKind.Released, 5).Of("P9")));
        Assert.Equal([DiscrepancyKind.ReleaseOfUnknownPieces], Discrepancies(Two, Decision(DecisionKind.Released, 5) with { PieceCount = 3 }));
        Assert.Empty(Discrepancies(Decision(DecisionKind.Released, 5).Of("P9")));
    }

    [Fact]
    public void That_discrepancy_names_the_release_that_does_not_fit()
    {
        var unfit = Decision(DecisionKind.Released, 7).Of("P9");
        var state = Facts(Decision(DecisionKind.Released, 5, "ca-cbsa") with { Territory = "CA" }, Two, Decision(DecisionKind.Released, 6).Of("P1"), unfit);

        Assert.Equal(new Discrepancy(DiscrepancyKind.ReleaseOfUnknownPieces, FactKeys.Of(unfit), At(7)), Assert.Single(state.Picture.Discrepancies));
    }

    [Theory]
    [InlineData(DecisionKind.Seized)]
    [InlineData(DecisionKind.Excluded)]
    [InlineData(DecisionKind.Forfeited)]
    public void An_end_without_presentation_or_hold_is_folded_and_a_discrepancy(DecisionKind end)
    {
        Assert.Equal([DiscrepancyKind.EndedWithoutCase], Discrepancies(Decision(end, 5)));
        Assert.Empty(Discrepancies(Decision(DecisionKind.Presented, 1), Decision(end, 5)));
        Assert.Empty(Discrepancies(Hold(1), Decision(end, 5)));
    }

    [Theory]
    [InlineData(DecisionKind.Released)]
    [InlineData(DecisionKind.ReleasedWithConditions)]
    [InlineData(DecisionKind.Exported)]
    public void What_is_seized_is_not_freed_and_the_try_is_a_discrepancy(DecisionKind freeing)
    {
        ImmutableArray<Fact> facts = [Decision(DecisionKind.Presented, 1), Decision(DecisionKind.Seized, 5), Decision(freeing, 6)];

        Assert.Equal(CustomsStatus.Seized, Record(facts).Status);
        Assert.Equal([DiscrepancyKind.ReleasedAfterSeizure], Discrepancies(facts));
    }

    [Fact]
    public void Seized_goods_are_forfeited_and_destroyed()
    {
        Assert.Equal(CustomsStatus.Forfeited, Record(Decision(DecisionKind.Seized, 5), Decision(DecisionKind.Forfeited, 6)).Status);
        Assert.Equal(CustomsStatus.Destroyed, Record(Decision(DecisionKind.Seized, 5), Decision(DecisionKind.Forfeited, 6), Decision(DecisionKind.Destroyed, 7)).Status);
        Assert.Equal(CustomsStatus.Destroyed, Record(Decision(DecisionKind.Destroyed, 5), Decision(DecisionKind.Forfeited, 6), Decision(DecisionKind.Exported, 7)).Status);
    }

    [Fact]
    public void Excluded_goods_are_exported_where_that_is_allowed()
    {
        Assert.Equal(CustomsStatus.Exported, Record(Decision(DecisionKind.Excluded, 5), Decision(DecisionKind.ExportAllowed, 6), Decision(DecisionKind.Exported, 7)).Status);
    }

    [Fact]
    public void What_the_carrier_decides_is_no_customs_decision()
    {
        Assert.Empty(Facts(Decision(DecisionKind.Released, 5, Carrier)).Picture.Customs);
    }

    [Fact]
    public void The_leading_record_is_import_where_it_is()
    {
        var state = Facts(
            Scan(TransportStatus.InTransitArrived, 1, "USJFK"),
            (Decision(DecisionKind.Released, 2, "cn-gacc") with { Territory = "CN" }).Export(),
            Decision(DecisionKind.Lodged, 3, "ca-cbsa") with { Territory = "CA" },
            Decision(DecisionKind.Presented, 2));

        Assert.Equal(CustomsStatus.Presented, HeadRules.Of(state).Customs);
    }
}
