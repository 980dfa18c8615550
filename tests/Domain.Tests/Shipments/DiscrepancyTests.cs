using Tracking.Contracts.Access;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Shipments;
using Tracking.Domain.Shipments;
using Tracking.Domain.Shipments.Events;
using static Tracking.Domain.Tests.Given;

namespace Tracking.Domain.Tests.Shipments;

/// <summary>What does not fit follows from the facts; a person closes it, and it counts no more.</summary>
public sealed class DiscrepancyTests
{
    private static readonly Actor Officer = new(Cbp, "Otto", ActorRole.Officer);

    [Fact]
    public void A_closed_discrepancy_stays_in_the_picture_with_who_when_and_why_and_counts_no_more()
    {
        var state = Facts(Removal(0, reference: "nothing"));
        var found = Assert.Single(state.Picture.Discrepancies);
        var after = state.After(Close(state, found));

        Assert.Equal((1, 0), (HeadRules.Of(state).Discrepancies, HeadRules.Of(after).Discrepancies));
        var view = DiscrepancyRules.View(after, found, "f");
        Assert.Equal(("Otto of us-cbp", "a double"), (view.ClosedBy, view.ClosedFor));
        Assert.Null(DiscrepancyRules.View(state, found, "f").ClosedBy);
        Assert.Empty(Close(after, found));
    }

    [Fact]
    public void Closing_one_closes_no_other_and_a_new_one_counts()
    {
        var state = Facts(Removal(0, reference: "nothing"));
        state = state.After(Close(state, state.Picture.Discrepancies[0])).With(Removal(5, reference: "nothing else"));

        Assert.Equal(1, HeadRules.Of(state).Discrepancies);
    }

    [Fact]
    public void What_is_not_there_is_not_closed() =>
        Assert.Empty(Close(Nothing, new Discrepancy(DiscrepancyKind.TimeInFuture, 7, 0)));

    [Fact]
    public void Goods_that_are_destroyed_without_ever_having_been_held_do_not_fit()
    {
        Assert.Equal(DiscrepancyKind.EndedWithoutCase, Assert.Single(Facts(Decision(DecisionKind.Destroyed, 5)).Picture.Discrepancies).Kind);
        Assert.Empty(Facts(Hold(0), Decision(DecisionKind.Abandoned, 3), Decision(DecisionKind.Destroyed, 5)).Picture.Discrepancies);
        Assert.Equal(DiscrepancyKind.ReleasedAfterAbandonment, Assert.Single(Facts(Hold(0), Decision(DecisionKind.Abandoned, 3), Decision(DecisionKind.Released, 5)).Picture.Discrepancies).Kind);
    }

    private static ImmutableArray<ShipmentEvent> Close(ShipmentState state, Discrepancy found) =>
        DiscrepancyRules.Close(state, found, new DiscrepancyClosing(found.Kind, "f", "a double", Officer, new ReportedTime(At(10), 0)));
}
