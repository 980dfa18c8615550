using Tracking.Contracts.Clearance;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Holds;
using Tracking.Contracts.Shipments;
using Tracking.Contracts.Statuses;
using Tracking.Domain.Customs;
using Tracking.Domain.Shipments;
using static Tracking.Domain.Tests.Given;

namespace Tracking.Domain.Tests.Customs;

/// <summary>What systems say that name no earlier message: releases taken back, holds until release, notices, the end of an assessment.</summary>
public sealed class ReleaseTakenBackTests
{
    private static readonly Manifest Two = Manifest(0, "CN", "US", "P1", "P2");

    private static CustomsRecord Record(params ImmutableArray<Fact> facts) => Assert.Single(Facts(facts).Picture.Customs);

    private static Decision TakenBack(double at, int? pieces = null) => Decision(DecisionKind.ReleaseTakenBack, at) with { PieceCount = pieces };

    private static Decision Exam(double at) => Decision(DecisionKind.ExamOrdered, at) with { Hold = new HoldTerms { Kind = HoldKind.IntensiveExam, Code = "dms DMSCTL", UntilRelease = true } };

    [Fact]
    public void A_release_is_taken_back_and_may_be_given_again()
    {
        Assert.Equal(CustomsStatus.Lodged, Record(Decision(DecisionKind.Released, 5), TakenBack(6)).Status);
        Assert.Equal(CustomsStatus.Released, Record(Decision(DecisionKind.Released, 5), TakenBack(6), Decision(DecisionKind.Released, 7)).Status);
    }

    [Fact]
    public void It_takes_back_what_came_before_whatever_arrives_first_and_at_the_same_time_the_stricter_counts()
    {
        Assert.Equal(CustomsStatus.Lodged, Record(TakenBack(6), Decision(DecisionKind.Released, 5)).Status);
        Assert.Equal(CustomsStatus.Lodged, Record(TakenBack(5), Decision(DecisionKind.Released, 5)).Status);
        Assert.Equal(CustomsStatus.Released, Record(TakenBack(4), Decision(DecisionKind.Released, 5)).Status);
    }

    [Fact]
    public void Quantities_count()
    {
        var part = Record(Two, Decision(DecisionKind.Released, 5), TakenBack(6, pieces: 1));
        Assert.Equal((CustomsStatus.Lodged, 1), (part.Status, part.ReleasedCount));
        var again = Record(Two, Decision(DecisionKind.Released, 5), TakenBack(6, pieces: 1), Decision(DecisionKind.Released, 7) with { PieceCount = 1 });
        Assert.Equal(CustomsStatus.Released, again.Status);
        var named = Record(Two, Decision(DecisionKind.Released, 5), TakenBack(6).Of("P1"));
        Assert.Equal("P2", Assert.Single(named.ReleasedPieces));
    }

    [Fact]
    public void A_detention_that_ends_does_not_bring_a_release_back_that_was_taken_back() => Assert.Equal(
        CustomsStatus.Lodged,
        Record(Decision(DecisionKind.Released, 5), Decision(DecisionKind.Detained, 6, id: "D"), TakenBack(7), Removal(8, "D")).Status);

    [Fact]
    public void What_is_final_stays() => Assert.Equal(CustomsStatus.Seized, Record(Decision(DecisionKind.Presented, 1), Decision(DecisionKind.Seized, 5), TakenBack(6)).Status);

    [Fact]
    public void An_exam_until_release_ends_with_the_release_of_its_authority_in_its_procedure()
    {
        var state = Facts(Exam(5), Decision(DecisionKind.Released, 6));
        Assert.All(state.Picture.Holds, h => Assert.False(h.IsOpen));
        Assert.Equal(CustomsStatus.Released, Assert.Single(state.Picture.Customs).Status);
        Assert.Contains(Facts(Exam(5), Decision(DecisionKind.Released, 6).Export()).Picture.Holds, h => h.IsOpen);
        Assert.Contains(Facts(Exam(5), Decision(DecisionKind.Released, 6, Fda)).Picture.Holds, h => h.IsOpen);
        Assert.Contains(Facts(Exam(7), Decision(DecisionKind.Released, 6)).Picture.Holds, h => h.IsOpen);
    }

    [Fact]
    public void A_notice_moves_nothing()
    {
        var state = Facts(Decision(DecisionKind.Notified, 5));
        Assert.Empty(state.Picture.Customs);
        Assert.Empty(state.Picture.Holds);
        Assert.Empty(state.Picture.Discrepancies);
    }

    [Fact]
    public void The_end_of_an_assessment_ends_requests_and_nothing_else()
    {
        var request = Decision(DecisionKind.RequestPlaced, 5, id: "Q") with { Hold = new HoldTerms { Code = "ics2 Q02" } };
        var stop = Hold(5, id: "H", kind: HoldKind.DoNotLoad);
        var state = Facts(request, stop, Decision(DecisionKind.RequestRemoved, 6));
        Assert.Equal(["H"], state.Picture.Holds.Where(h => h.IsOpen).Select(h => h.Id));
        Assert.Empty(Facts(Decision(DecisionKind.RequestRemoved, 6)).Picture.Discrepancies);
        Assert.Equal([DiscrepancyKind.RemovalWithoutHold], Facts(Decision(DecisionKind.RequestRemoved, 6) with { Hold = new HoldTerms { Code = "acas 7H/7I" } }).Picture.Discrepancies.Select(d => d.Kind));
    }
}
