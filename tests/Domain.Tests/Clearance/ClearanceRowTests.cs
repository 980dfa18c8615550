using Tracking.Contracts.Clearance;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Holds;
using Tracking.Contracts.Statuses;
using Tracking.Domain.Clearance;
using Tracking.Domain.Shipments;
using static Tracking.Domain.Tests.Given;

namespace Tracking.Domain.Tests.Clearance;

/// <summary>Facts that make each row of the table fit, asked for each purpose, with and without what opens cells.</summary>
public sealed class ClearanceRowTests
{
    private static readonly CarrierRules LoadsAnyway = CarrierRules.Default with { LoadsUnderOwnHold = true };

    private static readonly ImmutableArray<Fact> Released =
    [
        Manifest(0, "CN", "US"),
        Scan(TransportStatus.InTransitArrived, 60, "USJFK"),
        Decision(DecisionKind.Presented, 61),
        Decision(DecisionKind.Released, 62),
    ];

    private static readonly Dictionary<ClearanceRow, ImmutableArray<Fact>> Worlds = new()
    {
        [ClearanceRow.DoNotLoad] = [Manifest(0), Scan(TransportStatus.Accepted, 1, "CNSHA"), Hold(2, kind: HoldKind.DoNotLoad)],
        [ClearanceRow.DoNotLoadDeparted] = [Manifest(0), Scan(TransportStatus.Accepted, 1, "CNSHA"), Hold(2, kind: HoldKind.DoNotLoad), Scan(TransportStatus.InTransitArrived, 60, "USJFK")],
        [ClearanceRow.Seized] = [.. Released[..3], Decision(DecisionKind.Seized, 70)],
        [ClearanceRow.Excluded] = [.. Released[..3], Decision(DecisionKind.Excluded, 70)],
        [ClearanceRow.RequestOpen] = [.. Released, Decision(DecisionKind.RequestPlaced, 70)],
        [ClearanceRow.ExamOpen] = [.. Released, Decision(DecisionKind.ExamOrdered, 70)],
        [ClearanceRow.HeldNotArrived] = [Manifest(0), Scan(TransportStatus.Accepted, 1, "CNSHA"), Hold(2)],
        [ClearanceRow.HeldArrived] = [.. Released, Hold(70)],
        [ClearanceRow.CarrierHold] = [.. Released, Hold(70, Carrier, kind: HoldKind.Carrier)],
        [ClearanceRow.NotReleased] = Released[..3],
        [ClearanceRow.ReleasedWithConditions] = [.. Released[..3], Decision(DecisionKind.ReleasedWithConditions, 62)],
        [ClearanceRow.RouteUnknown] = [Scan(TransportStatus.Accepted, 1, "US")],
        [ClearanceRow.NumberReused] = [Manifest(0, "US", "US"), Scan(TransportStatus.Delivered, 5, "US"), Scan(TransportStatus.Accepted, 60, "US")],
        [ClearanceRow.PartReleased] = [Manifest(0) with { PieceCount = 3 }, .. Released[1..3], Decision(DecisionKind.Released, 62) with { PieceCount = 1 }],
        [ClearanceRow.Free] = Released,
    };

    public static TheoryData<ClearanceRow, ClearancePurpose, ClearanceOpener> Cells()
    {
        var cells = new TheoryData<ClearanceRow, ClearancePurpose, ClearanceOpener>();
        foreach (var row in Worlds.Keys)
        {
            foreach (var purpose in Enum.GetValues<ClearancePurpose>())
            {
                // What an authority decides makes the route known: such openers and that row exclude each other.
                var decided = row == ClearanceRow.RouteUnknown ? new[] { ClearanceOpener.Permit, ClearanceOpener.ExportAllowed } : [];
                foreach (var opener in Enum.GetValues<ClearanceOpener>().Except(decided))
                {
                    cells.Add(row, purpose, opener);
                }
            }
        }

        return cells;
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Facts_that_make_a_row_fit_get_the_answer_of_its_cell(ClearanceRow row, ClearancePurpose purpose, ClearanceOpener opener)
    {
        var state = ShipmentState.Empty(Bill, opener == ClearanceOpener.CarrierSetting ? LoadsAnyway : CarrierRules.Default).With(Worlds[row]).With(opener switch
        {
            ClearanceOpener.Permit => [Permit(80, purpose)],
            ClearanceOpener.ExportAllowed => [Decision(DecisionKind.ExportAllowed, 80)],
            _ => [],
        });

        var result = ClearanceRules.Answer(state, Bill.Number, purpose);

        var expected = TableOfTheLaw.Answer(row, purpose, opener);
        var fits = result.Findings.Select(f => f.Fit).ToList();
        Assert.Equal(expected != ClearanceVerdict.Go, fits.Exists(f => f.Row == row && f.Verdict == expected));
        Assert.Equal(expected == ClearanceVerdict.Go, !fits.Exists(f => f.Row == row));
        Assert.Equal(fits.Select(f => f.Verdict).Append(ClearanceVerdict.Go).Max(), result.Verdict);
    }

    [Theory]
    [InlineData(ClearanceRow.RequestOpen)]
    [InlineData(ClearanceRow.ExamOpen)]
    [InlineData(ClearanceRow.HeldArrived)]
    [InlineData(ClearanceRow.CarrierHold)]
    [InlineData(ClearanceRow.NumberReused)]
    [InlineData(ClearanceRow.RouteUnknown)]
    [InlineData(ClearanceRow.ReleasedWithConditions)]
    [InlineData(ClearanceRow.Free)]
    public void A_row_that_fits_alone_decides_alone(ClearanceRow row)
    {
        foreach (var purpose in Enum.GetValues<ClearancePurpose>())
        {
            Assert.Equal(TableOfTheLaw.Answer(row, purpose), ClearanceRules.Answer(Facts(Worlds[row]), Bill.Number, purpose).Verdict);
        }
    }

    [Fact]
    public void A_number_never_seen_answers_by_the_row_of_its_own()
    {
        foreach (var purpose in Enum.GetValues<ClearancePurpose>())
        {
            Assert.Equal(TableOfTheLaw.Answer(ClearanceRow.NeverSeen, purpose), ClearanceRules.Answer(Nothing, Bill.Number, purpose).Verdict);
        }
    }

    [Fact]
    public void Of_several_rows_the_strictest_counts_column_by_column()
    {
        // Route known, released with conditions (in-bond: go), exam open (sort: divert), carrier's hold (load: stop).
        var state = Facts([.. Worlds[ClearanceRow.ReleasedWithConditions], Decision(DecisionKind.ExamOrdered, 70, Fda) with { Procedure = CustomsProcedure.Transit }, Hold(71, Carrier, kind: HoldKind.Carrier)]);

        Assert.Equal(
            [ClearanceVerdict.Stop, ClearanceVerdict.Divert, ClearanceVerdict.Go, ClearanceVerdict.Stop, ClearanceVerdict.Stop, ClearanceVerdict.Stop],
            Enum.GetValues<ClearancePurpose>().Select(p => ClearanceRules.Answer(state, Bill.Number, p).Verdict));
    }

    [Fact]
    public void Every_reason_is_given_with_who_can_lift_it_strictest_first()
    {
        var state = Facts([.. Worlds[ClearanceRow.NotReleased], Hold(70, id: "H1"), Decision(DecisionKind.ExamOrdered, 71, Fda, "X1") with { Procedure = CustomsProcedure.Transit }]);

        var reasons = ClearanceRules.Answer(state, Bill.Number, ClearancePurpose.Sort).Findings.Select(f => (f.Fit.Row, f.Fit.Authority, f.Fit.Hold));

        Assert.Equal([(ClearanceRow.ExamOpen, Fda, "X1"), (ClearanceRow.HeldArrived, Cbp, "H1")], reasons);
    }
}
