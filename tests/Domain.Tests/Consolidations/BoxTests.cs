using CsCheck;
using Tracking.Contracts.Clearance;
using Tracking.Contracts.Consolidations;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Statuses;
using Tracking.Domain.Clearance;
using Tracking.Domain.Consolidations;
using Tracking.Domain.Shipments;
using Tracking.Domain.Shipments.Events;
using Tracking.Domain.Tests.Shipments;

namespace Tracking.Domain.Tests.Consolidations;

/// <summary>Which boxes a parcel is and was in, and what of them stands in its way.</summary>
public sealed class BoxTests
{
    [Fact]
    public void A_parcel_is_in_a_box_from_the_putting_in_to_the_taking_out()
    {
        var state = Given.Facts(Pack("BAG1", 1), Pack("BAG1", 5, takenOut: true), Pack("BAG2", 6));

        Assert.Equal([new BoxStay(null, "BAG1", Given.At(1), Given.At(5)), new BoxStay(null, "BAG2", Given.At(6), null)], state.Picture.Boxes.ToArray());
    }

    [Fact]
    public void Membership_that_comes_late_or_is_corrected_ends_in_the_same_stays()
    {
        var wrong = Pack("BAG9", 1, id: "p1");
        var right = Pack("BAG1", 1, id: "p1b") with { Corrects = "p1" };
        var expected = Given.Facts(wrong, right, Pack("BAG1", 5, takenOut: true)).Picture.Boxes.ToArray();

        Assert.Equal([new BoxStay(null, "BAG1", Given.At(1), Given.At(5))], expected);
        Assert.Equal(expected, Given.Facts(Pack("BAG1", 5, takenOut: true), right, wrong).Picture.Boxes.ToArray());
    }

    [Fact]
    public void To_be_taken_out_of_a_box_shows_that_it_was_in_it()
    {
        Assert.Equal([new BoxStay(null, "BAG1", 0, Given.At(5))], Given.Facts(Pack("BAG1", 5, takenOut: true)).Picture.Boxes.ToArray());
    }

    [Fact]
    public void What_is_delivered_is_in_no_box_any_more()
    {
        var state = Given.Facts(Pack("BAG1", 1), Given.Scan(TransportStatus.Delivered, 9));

        Assert.Equal(Given.At(9), Assert.Single(state.Picture.Boxes).Until);
    }

    [Fact]
    public void A_piece_is_packed_by_itself()
    {
        var state = Given.Facts(Given.Manifest(0, pieces: ["P1", "P2"]), Pack("BAG1", 1, piece: "P1"));

        Assert.Equal("P1", Assert.Single(state.Picture.Boxes).Piece);
        Assert.Equal(["BAG1"], Walk(state.Picture.Boxes, "P1"));
        Assert.Empty(Walk(state.Picture.Boxes, "P2"));
        Assert.Equal(["BAG1"], Walk(state.Picture.Boxes, null));
    }

    [Fact]
    public void Any_order_and_duplication_of_packings_ends_in_the_same_stays()
    {
        var packings = Gen.Select(Gen.Int[0, 2], Gen.Int[0, 20], Gen.Bool).Array[1, 12];
        Gen.Select(packings, Gen.ULong).Sample((said, arrival) =>
        {
            Fact[] facts = [.. said.Select((p, i) => Pack($"BOX{p.Item1}", p.Item2, p.Item3, id: $"p{i}")), Given.Scan(TransportStatus.Delivered, 10)];
            var expected = Given.Facts([.. facts]).Picture.Boxes.ToArray();
            var mixed = facts.Concat(facts).ToArray();
            new Dice(arrival).Shuffle<Fact>(mixed);
            var state = mixed.Aggregate(Given.Nothing, (s, f) => s.With(f));

            Assert.Equal(expected, state.Picture.Boxes.ToArray());
        });
    }

    [Theory]
    [InlineData(3, ClearanceVerdict.Go)]
    [InlineData(5, ClearanceVerdict.Go)]
    [InlineData(7, ClearanceVerdict.Stop)]
    [InlineData(1_000_000, ClearanceVerdict.Stop)]
    public void A_hold_on_a_box_holds_what_was_inside_after_it_was_placed(int until, ClearanceVerdict verdict)
    {
        var box = Given.Facts(Given.Hold(5));

        Assert.Equal(verdict, Strictest(box, Ask(ClearancePurpose.Leave, until)));
    }

    [Fact]
    public void A_removed_hold_on_a_box_holds_nothing()
    {
        Assert.Empty(ClearanceRules.OfBox(Given.Facts(Given.Hold(5, reference: "R"), Given.Removal(6, "R")), Ask(ClearancePurpose.Leave, 100)));
    }

    [Fact]
    public void Neither_route_nor_release_of_a_box_says_anything_of_what_is_inside()
    {
        Assert.Empty(ClearanceRules.OfBox(Given.Facts(Given.Manifest(0), Given.Scan(TransportStatus.InTransitArrived, 1, "US")), Ask(ClearancePurpose.Leave, 100)));
    }

    [Fact]
    public void A_permit_of_the_parcel_opens_the_hold_of_its_box_by_the_same_authority_only()
    {
        var box = Given.Facts(Given.Scan(TransportStatus.InTransitArrived, 1, "US"), Given.Hold(5));
        var asked = Ask(ClearancePurpose.Transfer, 100);

        Assert.Equal(ClearanceVerdict.Divert, Strictest(box, asked));
        Assert.Equal(ClearanceVerdict.Divert, Strictest(box, asked with { PermittedBy = [Given.Fda] }));
        Assert.Equal(ClearanceVerdict.Go, Strictest(box, asked with { PermittedBy = [Given.Cbp] }));
    }

    [Fact]
    public void Of_nested_boxes_only_the_time_counts_that_they_share()
    {
        // In the bag from 1 to 5; the bag in the container from 6: the parcel never was.
        var walk = new BoxWalk([new BoxStay(null, "BAG", 1, 5)], null);
        Assert.True(walk.TryNext(out var bag));
        walk.Add(bag, [new BoxStay(null, "LATE", 6, null), new BoxStay(null, "BEFORE", 0, 1), new BoxStay(null, "THEN", 2, 9)]);
        Assert.True(walk.TryNext(out var then));

        Assert.Equal(new BoxWalk.Step("THEN", 2, 5, 2), then);
        Assert.False(walk.TryNext(out _));
    }

    [Fact]
    public void A_walk_over_any_boxes_ends_and_finds_every_box_around_that_is_not_too_deep()
    {
        // Boxes in boxes, circles included, all at one time.
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 9]).Array[0, 30].Sample(pairs =>
        {
            ImmutableArray<BoxStay> Around(string box) => [.. pairs.Where(p => $"B{p.Item1}" == box).Select(p => new BoxStay(null, $"B{p.Item2}", 1, null))];
            var walk = new BoxWalk([new BoxStay(null, "B0", 1, null)], null);
            var found = new List<string>();
            while (walk.TryNext(out var step))
            {
                found.Add(step.Box);
                walk.Add(step, Around(step.Box));
            }

            HashSet<string> expected = ["B0"];
            for (var depth = 1; depth < BoxWalk.Deepest; depth++)
            {
                expected.UnionWith(expected.ToList().SelectMany(b => Around(b).Select(s => s.Box)));
            }

            Assert.Equal(expected.Order(), found.Order());
        });
    }

    [Fact]
    public void Boxes_nested_deeper_than_are_followed_leave_the_answer_uncertain()
    {
        var walk = new BoxWalk([new BoxStay(null, "B0", 1, null)], null);
        var asked = 0;
        while (walk.TryNext(out var step))
        {
            asked++;
            walk.Add(step, [new BoxStay(null, $"B{step.Depth}", 1, null)]);
        }

        Assert.True(walk.IsCutOff);
        Assert.Equal(BoxWalk.Deepest, asked);
    }

    [Fact]
    public void The_index_has_a_row_for_each_stay_and_none_for_a_parcel_that_was_never_packed()
    {
        var held = Given.Facts(Pack("BAG1", 1), Given.Hold(2));
        var row = Assert.Single(ContentRules.RowsOf(held));

        Assert.Equal(("BILL1", "BAG1", false, ClearanceVerdict.Stop, ClearanceVerdict.Go), (row.Number, row.Box, row.IsBox, row.For(ClearancePurpose.Leave), row.For(ClearancePurpose.Sort)));
        Assert.Empty(ContentRules.RowsOf(Given.Facts(Given.Hold(2))));
        Assert.Null(Assert.Single(ContentRules.RowsOf(Given.Nothing.After([new BoxNamed(1)]))).Box);
    }

    [Fact]
    public void The_index_is_never_milder_than_the_parcel_whenever_it_is_asked()
    {
        Gen.Select(FactGenerator.Sets, Gen.Int[0, 400]).Sample((facts, minutes) =>
        {
            var state = Given.Facts([.. facts, Pack("BAG1", 1)]);
            foreach (var row in ContentRules.RowsOf(state))
            {
                foreach (var purpose in Enum.GetValues<ClearancePurpose>())
                {
                    Assert.True(row.For(purpose) >= ClearanceRules.Answer(state, row.Number, purpose, Given.At(minutes)).Verdict);
                }
            }
        });
    }

    private static Scan Pack(string box, double at, bool takenOut = false, string? id = null, string? piece = null) =>
        Given.Scan(TransportStatus.InTransitLoaded, at, piece: piece, id: id ?? $"pack-{box}-{takenOut}@{at}") with { Packing = new Packing(box, takenOut) };

    private static BoxQuestion Ask(ClearancePurpose purpose, double until) => new(Given.Bill, purpose, Given.At(until), [], false, []);

    private static ClearanceVerdict Strictest(ShipmentState box, BoxQuestion question) =>
        ClearanceRules.OfBox(box, question).Select(f => f.Verdict).DefaultIfEmpty(ClearanceVerdict.Go).Max();

    private static List<string> Walk(ImmutableArray<BoxStay> stays, string? piece)
    {
        var (walk, found) = (new BoxWalk(stays, piece), new List<string>());
        while (walk.TryNext(out var step))
        {
            found.Add(step.Box);
        }

        return found;
    }
}
