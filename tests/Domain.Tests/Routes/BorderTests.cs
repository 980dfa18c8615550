using Tracking.Contracts.Facts;
using Tracking.Contracts.Statuses;
using Tracking.Domain.Routes;
using Tracking.Domain.Shipments;
using static Tracking.Domain.Tests.Given;

namespace Tracking.Domain.Tests.Routes;

/// <summary>Whether a customs border is on its way, where it is, and where it has been.</summary>
public sealed class BorderTests
{
    private static Border Of(params ImmutableArray<Fact> facts) => Facts(facts).Picture.Border;

    [Theory]
    [InlineData("CN", "US", Border.OnItsWay)]
    [InlineData("US", "US", Border.None)]
    [InlineData("DE", "FR", Border.None)]
    [InlineData("MC", "FR", Border.None)]
    [InlineData("DE", "CH", Border.OnItsWay)]
    [InlineData("IE", "GB", Border.OnItsWay)]
    [InlineData("CN", null, Border.Unknown)]
    [InlineData(null, "US", Border.Unknown)]
    public void Origin_and_destination_of_the_manifest_tell(string? from, string? to, Border expected)
    {
        Assert.Equal(expected, Of(Manifest(0, from, to)));
    }

    [Theory]
    [InlineData("USJFK", "USLAX", Border.None)]
    [InlineData("USJFK", "USJFK", Border.Unknown)]
    [InlineData("DEFRA", "FRPAR", Border.None)]
    [InlineData("CNSHA", "USJFK", Border.OnItsWay)]
    public void Two_places_of_its_facts_tell(string first, string second, Border expected)
    {
        Assert.Equal(expected, Of(Scan(TransportStatus.Accepted, 1, first), Scan(TransportStatus.InTransit, 2, second)));
    }

    [Fact]
    public void A_place_abroad_contradicts_a_manifest_within_one_territory()
    {
        Assert.Equal(Border.OnItsWay, Of(Manifest(0, "US", "US"), Scan(TransportStatus.Accepted, 1, "USJFK"), Scan(TransportStatus.InTransit, 2, "CATOR")));
    }

    [Fact]
    public void Any_decision_of_a_customs_authority_means_a_border_and_the_carriers_own_hold_does_not()
    {
        Assert.Equal(Border.OnItsWay, Of(Manifest(0, "US", "US"), Decision(DecisionKind.Lodged, 1)));
        Assert.Equal(Border.None, Of(Manifest(0, "US", "US"), Hold(1, Carrier)));
    }

    [Fact]
    public void A_domestic_carrier_crosses_none_unless_facts_say_so()
    {
        var domestic = ShipmentState.Empty(Bill, CarrierRules.Default with { Domestic = true });

        Assert.Equal(Border.None, domestic.With(Scan(TransportStatus.Accepted, 1)).Picture.Border);
        Assert.Equal(Border.OnItsWay, domestic.With(Manifest(0, "CN", "US")).Picture.Border);
    }

    [Fact]
    public void Without_facts_about_its_way_the_route_is_not_known()
    {
        Assert.Equal(Border.Unknown, Of(Scan(TransportStatus.Accepted, 1)));
    }

    [Fact]
    public void It_is_where_the_last_scan_in_the_order_says()
    {
        var picture = Facts(Manifest(0), Scan(TransportStatus.InTransitArrived, 20, "USJFK")).With(Scan(TransportStatus.Accepted, 10, "CNSHA")).Picture;

        Assert.Equal(("US", "USJFK"), (picture.Whereabouts, picture.LastPlace));
        Assert.Equal(["CN", "US"], picture.ArrivedIn.AsEnumerable());
    }

    [Fact]
    public void A_truck_within_the_territory_of_origin_has_not_departed()
    {
        Assert.False(Facts(Manifest(0), Scan(TransportStatus.InTransitDeparted, 5, "CNSHA")).Picture.Departed);
        Assert.True(Facts(Manifest(0), Scan(TransportStatus.InTransitArrived, 60, "USJFK")).Picture.Departed);
    }

    [Fact]
    public void The_later_manifest_counts_whatever_the_order_of_arrival()
    {
        var picture = Facts(Manifest(9, "CN", "DE", "P2") with { PortOfEntry = "DEFRA" }, Manifest(5, "CN", "US", "P1")).Picture;

        Assert.Equal(("DE", "DEFRA", "P2"), (picture.Destination, picture.PortOfEntry, Assert.Single(picture.Pieces)));
    }
}
