using CsCheck;
using Tracking.Contracts.Clearance;
using Tracking.Contracts.Facts;
using Tracking.Domain.Clearance;
using Tracking.Domain.Holds;
using Tracking.Domain.Shipments;
using Tracking.Domain.Tests.Shipments;

namespace Tracking.Domain.Tests.Clearance;

/// <summary>Whatever was reported: what an authority holds never gets a go for leaving.</summary>
public sealed class ClearanceSafetyTests
{
    private static readonly DecisionKind[] Freeing =
        [DecisionKind.HoldRemoved, DecisionKind.ExamCompleted, DecisionKind.Released, DecisionKind.Deleted, DecisionKind.Seized, DecisionKind.Excluded, DecisionKind.Abandoned, DecisionKind.Exported, DecisionKind.Destroyed, DecisionKind.Forfeited];

    [Fact]
    public void Leave_is_never_go_by_bill_while_an_authority_holds_any_of_it()
    {
        FactGenerator.Sets.Sample(
            facts =>
            {
                var state = Given.Facts([.. facts]);
                if (state.Picture.Holds.Any(IsOfAuthority))
                {
                    Assert.NotEqual(ClearanceVerdict.Go, Leave(state, Given.Bill.Number));
                }
            },
            iter: 5_000);
    }

    [Fact]
    public void Leave_is_never_go_for_a_piece_that_an_authority_holds()
    {
        FactGenerator.Sets.Sample(
            facts =>
            {
                var state = Given.Facts([.. facts]);
                foreach (var piece in state.Picture.Pieces.Where(p => state.Picture.Holds.Any(h => IsOfAuthority(h) && h.Applies(p))))
                {
                    Assert.NotEqual(ClearanceVerdict.Go, Leave(state, piece));
                }
            },
            iter: 5_000);
    }

    // Says the same without trusting the fold: a hold was placed and nothing that could end it was ever said.
    [Fact]
    public void Leave_is_never_go_after_a_hold_that_nobody_ended()
    {
        FactGenerator.PlainSets.Sample(
            facts =>
            {
                var kept = facts.Where(f => f is not Decision decision || !Freeing.Contains(decision.Kind)).ToList();
                if (kept.Exists(f => f is Decision { Kind: DecisionKind.HoldPlaced or DecisionKind.Detained } hold && hold.Source != Given.Carrier && hold.Number == Given.Bill))
                {
                    var released = Given.Decision(DecisionKind.Released, 200, "xx-other");
                    Assert.NotEqual(ClearanceVerdict.Go, Leave(Given.Facts([.. kept, released]), Given.Bill.Number));
                }
            },
            iter: 5_000);
    }

    private static ClearanceVerdict Leave(ShipmentState state, string asked) => ClearanceRules.Answer(state, asked, ClearancePurpose.Leave).Verdict;

    private static bool IsOfAuthority(Hold hold) => hold.IsOpen && !hold.ByCarrier;
}
