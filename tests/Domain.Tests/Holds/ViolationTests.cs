using Tracking.Contracts.Clearance;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Holds;
using Tracking.Contracts.Statuses;
using Tracking.Domain.Holds;
using Tracking.Domain.Shipments;
using static Tracking.Domain.Tests.Given;

namespace Tracking.Domain.Tests.Holds;

/// <summary>A move under hold: each condition alone decides it, and late facts raise and withdraw it.</summary>
public sealed class ViolationTests
{
    // Arrived, held and known by the carrier's own key at 10; the grace ends at 25.
    private static readonly ImmutableArray<Fact> Held =
        [Manifest(0, "CN", "US", "P1", "P2"), Scan(TransportStatus.InTransitArrived, 1, "USJFK"), Hold(10, id: "H1") with { ReportedBy = CarrierKey }];

    private static readonly Scan Departed = Scan(TransportStatus.InTransitDeparted, 40, "USJFK");

    private static ImmutableArray<Violation> Of(params ImmutableArray<Fact> facts) => Facts(facts).Picture.Violations;

    [Fact]
    public void A_move_under_a_known_hold_is_a_violation_with_its_three_times()
    {
        var violation = Assert.Single(Of([.. Held, Departed]));

        Assert.Equal(("H1", FactKeys.Of(Departed), At(40), At(10), At(10)), (violation.Hold, violation.Fact, violation.MovedAt, violation.HeldSince, violation.KnownSince));
    }

    [Theory]
    [InlineData(TransportStatus.InTransitDeparted, true)]
    [InlineData(TransportStatus.InTransitLoaded, true)]
    [InlineData(TransportStatus.InTransitHandedOver, true)]
    [InlineData(TransportStatus.OutForDelivery, true)]
    [InlineData(TransportStatus.DeliveredNeighbour, true)]
    [InlineData(TransportStatus.InTransitSorted, false)]
    [InlineData(TransportStatus.InTransitArrived, false)]
    [InlineData(TransportStatus.ExceptionDamaged, false)]
    [InlineData(TransportStatus.Returning, false)]
    public void Only_scans_that_move_the_parcel_violate(TransportStatus status, bool violates)
    {
        Assert.Equal(violates ? 1 : 0, Of([.. Held, Scan(status, 40, "USJFK")]).Length);
    }

    [Theory]
    [InlineData(9, 0)]
    [InlineData(24, 0)]
    [InlineData(25, 1)]
    public void A_move_before_the_hold_or_within_the_grace_is_none(int minute, int expected)
    {
        Assert.Equal(expected, Of([.. Held, Scan(TransportStatus.InTransitDeparted, minute, "USJFK")]).Length);
    }

    [Fact]
    public void The_grace_is_the_carriers_own_setting()
    {
        var patient = ShipmentState.Empty(Bill, CarrierRules.Default with { Grace = TimeSpan.FromHours(1) });

        Assert.Empty(patient.With([.. Held, Departed]).Picture.Violations);
    }

    [Fact]
    public void A_hold_that_the_carrier_could_not_know_of_is_not_violated()
    {
        Assert.Empty(Of([.. Held[..2], Hold(10), Departed]));
    }

    [Fact]
    public void A_hold_is_known_from_the_carriers_own_report_of_it()
    {
        var violation = Assert.Single(Of([.. Held[..2], Hold(10), Scan(TransportStatus.InTransit, 12, customs: CustomsReport.Held), Departed]));

        Assert.Equal(At(12), violation.KnownSince);
    }

    [Fact]
    public void A_report_from_before_the_hold_says_nothing_of_it()
    {
        Assert.Empty(Of([.. Held[..2], Hold(10), Scan(TransportStatus.InTransit, 8, customs: CustomsReport.Held), Departed]));
    }

    [Fact]
    public void A_hold_is_known_from_a_clearance_answer()
    {
        var state = Facts([.. Held[..2], Hold(10, id: "H1")]);

        Assert.Single(state.Told("H1", 12).With(Departed).Picture.Violations);
        Assert.Empty(state.Told("H2", 12).With(Departed).Picture.Violations);
        Assert.Empty(state.Told("H1", 30).With(Departed).Picture.Violations);
        Assert.Equal(At(12), Assert.Single(state.Told("H1", 30).Told("H1", 12).With(Departed).Picture.Violations).KnownSince);
    }

    [Fact]
    public void A_hold_that_the_carrier_posts_itself_is_known_although_the_authoritys_clock_is_ahead()
    {
        var violation = Assert.Single(Of([.. Held[..2], Hold(10) with { ReportedBy = CarrierKey, ReceivedAt = At(4) }, Departed]));

        Assert.Equal(At(10), violation.KnownSince);
    }

    [Fact]
    public void A_hold_that_is_posted_late_is_known_late()
    {
        Assert.Empty(Of([.. Held[..2], Hold(10) with { ReportedBy = CarrierKey, ReceivedAt = At(60) }, Departed]));
    }

    [Fact]
    public void A_hold_is_known_from_the_carriers_own_copy_whichever_copy_came_first()
    {
        var (authoritys, carriers) = (Hold(10, id: "H1"), Hold(10, id: "H1") with { ReportedBy = CarrierKey, ReceivedAt = At(12) });

        var first = Facts([.. Held[..2], carriers]).With(authoritys).With(Departed);
        var second = Facts([.. Held[..2], authoritys]).With(carriers).With(carriers).With(Departed);

        Assert.Equal(At(12), Assert.Single(first.Picture.Violations).KnownSince);
        Assert.Equal(At(12), Assert.Single(second.Picture.Violations).KnownSince);
        Assert.Single(second.Told);
    }

    [Fact]
    public void A_permit_of_the_same_authority_before_the_move_excuses_it()
    {
        Assert.Empty(Of([.. Held, Permit(30, ClearancePurpose.Transfer), Departed]));
        Assert.Single(Of([.. Held, Permit(30, ClearancePurpose.Transfer, Fda), Departed]));
        Assert.Single(Of([.. Held, Permit(50, ClearancePurpose.Transfer), Departed]));
    }

    [Theory]
    [InlineData(TransportStatus.OutForDelivery)]
    [InlineData(TransportStatus.Delivered)]
    public void A_permit_to_move_it_elsewhere_does_not_excuse_a_delivery(TransportStatus status)
    {
        Assert.Single(Of([.. Held, Permit(30, ClearancePurpose.Transfer), Scan(status, 40, "USJFK")]));
    }

    [Fact]
    public void Before_arrival_only_do_not_load_forbids_to_load_and_depart()
    {
        var loaded = Scan(TransportStatus.InTransitLoaded, 40, "CNSHA");
        var hold = Hold(10) with { ReportedBy = CarrierKey };

        Assert.Empty(Of(Manifest(0), hold, loaded));
        Assert.Single(Of(Manifest(0), hold with { Hold = new HoldTerms { Kind = HoldKind.DoNotLoad } }, loaded));
    }

    [Fact]
    public void A_border_scan_at_the_port_of_departure_is_no_arrival()
    {
        Assert.Empty(Of(Manifest(0), Hold(10) with { ReportedBy = CarrierKey }, Scan(TransportStatus.AtBorder, 30, "CNSHA"), Scan(TransportStatus.InTransitDeparted, 40, "CNSHA")));
    }

    [Fact]
    public void What_customs_says_was_presented_has_arrived()
    {
        Assert.Single(Of(Hold(10) with { ReportedBy = CarrierKey }, Decision(DecisionKind.Presented, 20), Scan(TransportStatus.InTransitDeparted, 40)));
    }

    [Fact]
    public void A_delivery_violates_whatever_is_known_of_the_arrival()
    {
        Assert.Single(Of(Hold(10) with { ReportedBy = CarrierKey }, Scan(TransportStatus.Delivered, 40)));
    }

    [Fact]
    public void A_late_scan_raises_it_and_a_late_lift_withdraws_it()
    {
        var moved = Facts(Held).With(Departed);

        Assert.Equal(1, HeadRules.Of(moved).Violations);
        Assert.Equal(0, HeadRules.Of(moved.With(Removal(39, "H1"))).Violations);
        Assert.Equal(1, HeadRules.Of(moved.With(Removal(41, "H1"))).Violations);
    }

    [Fact]
    public void A_permit_that_arrives_late_withdraws_it()
    {
        Assert.Empty(Facts([.. Held, Departed]).With(Permit(30, ClearancePurpose.Transfer) with { ReceivedAt = At(500) }).Picture.Violations);
    }

    [Fact]
    public void A_move_of_one_piece_violates_holds_on_it_or_on_the_bill()
    {
        var ofP1 = Hold(10, id: "H1").Of("P1") with { ReportedBy = CarrierKey };

        Assert.Single(Of([.. Held[..2], ofP1, Scan(TransportStatus.InTransitDeparted, 40, piece: "P1")]));
        Assert.Empty(Of([.. Held[..2], ofP1, Scan(TransportStatus.InTransitDeparted, 40, piece: "P2")]));
        Assert.Single(Of([.. Held, Scan(TransportStatus.InTransitDeparted, 40, piece: "P2")]));
    }

    [Fact]
    public void A_piece_that_was_freed_may_move()
    {
        Assert.Empty(Of([.. Held, Removal(20, "H1").Of("P1"), Scan(TransportStatus.InTransitDeparted, 40, piece: "P1")]));
        Assert.Single(Of([.. Held, Removal(20, "H1").Of("P1"), Scan(TransportStatus.InTransitDeparted, 40, piece: "P2")]));
    }

    [Fact]
    public void A_piece_that_was_freed_only_after_it_moved_violated()
    {
        Assert.Single(Of([.. Held, Scan(TransportStatus.InTransitDeparted, 40, piece: "P1"), Removal(50, "H1").Of("P1")]));
    }

    [Fact]
    public void The_carriers_own_hold_and_a_request_are_not_violated()
    {
        Assert.Empty(Of([.. Held[..2], Hold(10, Carrier), Decision(DecisionKind.RequestPlaced, 10) with { ReportedBy = CarrierKey }, Departed]));
    }

    [Fact]
    public void A_scan_that_is_withdrawn_violated_nothing()
    {
        Assert.Empty(Of([.. Held, Departed, Departed with { Id = "W", Corrects = Departed.Id, Withdraws = true }]));
    }
}
