using Tracking.Contracts.Facts;
using Tracking.Contracts.Holds;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Statuses;
using Tracking.Formats.Json;

namespace Tracking.Formats.Tests;

/// <summary>What can be read, and what it becomes.</summary>
public sealed class ReadTests
{
    [Fact]
    public void A_scan_keeps_everything_it_says()
    {
        var scan = Assert.IsType<Scan>(Samples.Fact("scan", Samples.Scan));
        Assert.Equal("ups/1Z999AA10123456784", scan.Number.ToString());
        Assert.Equal(("ups", "e-1"), (scan.Source, scan.Id));
        Assert.Equal(new ReportedTime(1_772_370_300_500_000, 60), scan.OccurredAt);
        Assert.Equal((Samples.Reception.ReceivedAt, Samples.Reporter), (scan.ReceivedAt, scan.ReportedBy));
        Assert.Equal((TransportStatus.InTransitDeparted, CustomsReport.Held), (scan.Status, scan.Customs));
        Assert.Equal(("DP", "Departed", new Place("US", "USMEM")), (scan.Code, scan.Text, scan.Place));
        Assert.Equal((2, 1.5m, "AKE1", "406-1"), (scan.Pieces, scan.WeightKg, scan.Container, scan.MasterBill));
    }

    [Fact]
    public void A_manifest_keeps_parties_goods_and_transport()
    {
        var manifest = Assert.IsType<Manifest>(Samples.Fact("manifest", Samples.Manifest));
        Assert.Equal(["P1", "P2"], manifest.Pieces.ToArray());
        Assert.Equal(3, manifest.PieceCount);
        var party = Assert.Single(manifest.Parties);
        Assert.Equal((PartyRole.Consignee, "US", null), (party.Role, party.Country, party.Reference));
        Assert.Equal(new PartyDetails { Name = "A. Person", Address = "Road 1", Email = "a@example.org", Phone = "+1 1", Account = "77" }, party.Details);
        Assert.Equal(
            new GoodsLine { Description = "Watches", HsCode = "910211", Brand = "Acme", Value = 12.5m, Currency = "USD", Quantity = 3, WeightKg = 0.4m },
            Assert.Single(manifest.Goods));
        Assert.Equal((new Place("DE", PostalCode: "10115"), new Place("US")), (manifest.Origin, manifest.Destination));
        Assert.Equal(("406-1", "5X61", "2095"), (manifest.MasterBill, manifest.Conveyance, manifest.PortOfEntry));
        Assert.Equal((short)-360, manifest.ExpectedArrival!.Value.OffsetMinutes);
    }

    [Fact]
    public void A_dispatch_is_said_by_its_marketplace()
    {
        var dispatch = Assert.IsType<Dispatch>(Samples.Fact("dispatch", Samples.Dispatch));
        Assert.Equal(("olist", "olist/s-9", "correios/BR1"), (dispatch.Source, dispatch.Seller.ToString(), dispatch.Number.ToString()));
        Assert.Equal(("o-1", "l-1", 1), (dispatch.Order, dispatch.Listing, dispatch.Goods.Length));
    }

    [Fact]
    public void A_decision_is_said_by_its_authority()
    {
        var decision = Assert.IsType<Decision>(Samples.Fact("decision", Samples.Decision));
        Assert.Equal(("us-cbp", DecisionKind.HoldPlaced, "US", 7L), (decision.Source, decision.Kind, decision.Territory, decision.Sequence));
        Assert.Equal(HoldKind.IprDetention, decision.Hold!.Kind);
        Assert.Equal(("19 CFR 133.21", "Suspected mark", "H-1", "1H/1I", "2095", true), (decision.Hold.LegalBasis, decision.Hold.Reason, decision.Hold.Reference, decision.Hold.Code, decision.Hold.Port, decision.Hold.ReasonRestricted));
    }

    [Theory]
    [InlineData("2026-03-01T14:05:00Z", 1_772_373_900_000_000, 0)]
    [InlineData("2026-03-01T14:05+0530", 1_772_354_100_000_000, 330)]
    [InlineData("2026-03-01T14:05:00-03", 1_772_384_700_000_000, -180)]
    [InlineData("2026-03-01T14:05:00.123456789Z", 1_772_373_900_123_456, 0)]
    [InlineData("2026-03-01T14:05:00\\u002B00:00", 1_772_373_900_000_000, 0)]
    [InlineData("1970-01-01T00:00:00Z", 0, 0)]
    [InlineData("2200-12-31T23:59:59Z", 7_289_654_399_000_000, 0)]
    public void Times_are_cut_to_the_microsecond(string text, long microseconds, short offset) =>
        Assert.Equal(new ReportedTime(microseconds, offset), Samples.Fact("scan", With("occurredAt", $"\"{text}\"")).OccurredAt);

    [Theory]
    [InlineData("{\"locode\":\"us mem\"}", "US", "USMEM", null)]
    [InlineData("{\"country\":\"de\",\"postalCode\":\"10115\"}", "DE", null, "10115")]
    [InlineData("{\"country\":\"BR\"}", "BR", null, null)]
    [InlineData("{\"locode\":\"BRSAO\",\"country\":\"BR\"}", "BR", "BRSAO", null)]
    public void Places_come_in_three_forms(string json, string country, string? locode, string? postalCode) =>
        Assert.Equal(new Place(country, locode, postalCode), ((Scan)Samples.Fact("scan", With("place", json))).Place);

    [Theory]
    [InlineData("\" 1z 999-x \"", "1Z999-X")]
    [InlineData("\"A\\/B\"", "A/B")]
    [InlineData("\"aé\"", null)]
    public void Numbers_come_in_their_normal_form(string json, string? number) =>
        Assert.Equal(number, Samples.Read("scan", With("number", json)).Fact?.Number.Number);

    [Fact]
    public void The_short_way_to_a_number_agrees_with_the_contracts()
    {
        for (var c = ' '; c <= '~'; c++)
        {
            var text = $"A{c}9";
            var json = text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
            Assert.Equal(ShipmentNumber.NormaliseNumber(text), Samples.Read("scan", With("number", $"\"{json}\"")).Fact?.Number.Number);
        }
    }

    [Fact]
    public void Null_and_empty_count_as_absent()
    {
        var scan = (Scan)Samples.Fact("scan", """{"carrier":"ups","number":"A","occurredAt":"2026-03-01T00:00:00Z","status":"accepted","text":"","code":null,"place":null}""");
        Assert.Equal((null, null, null, null), (scan.Text, scan.Code, scan.Place, scan.Id));
    }

    [Fact]
    public void A_withdrawal_needs_no_status()
    {
        var scan = Samples.Fact("scan", """{"carrier":"ups","number":"A","occurredAt":"2026-03-01T00:00:00Z","corrects":"e-1","withdraws":true}""");
        Assert.True(scan is Scan { Withdraws: true, Corrects: "e-1", Status: TransportStatus.NoNews });
    }

    [Fact]
    public void A_carriers_own_hold_names_the_carrier_as_authority()
    {
        var decision = (Decision)Samples.Fact("decision", """{"authority":"ups","territory":"US","kind":"hold-placed","carrier":"UPS","number":"B1","id":"x","occurredAt":"2026-03-01T00:00:00Z","hold":{"kind":"carrier"}}""");
        Assert.Equal(("ups", "ups"), (decision.Source, decision.Number.Carrier));
    }

    [Fact]
    public void An_escaped_field_name_is_the_same_field() =>
        Assert.Equal("ups", Samples.Fact("scan", Samples.Scan.Replace("carrier", "carr\\u0069er", StringComparison.Ordinal)).Number.Carrier);

    [Fact]
    public void Texts_of_enumerations_are_kebab_case_and_go_both_ways()
    {
        Assert.Equal("in-transit-handed-over", EnumTexts.ToText(TransportStatus.InTransitHandedOver));
        Assert.Equal("ipr-detention", EnumTexts.ToText(HoldKind.IprDetention));
        foreach (var status in Enum.GetValues<TransportStatus>())
        {
            Assert.True(EnumTexts.TryParse<TransportStatus>(EnumTexts.ToText(status), out var back));
            Assert.Equal(status, back);
        }
    }

    private static string With(string field, string value) =>
        $$"""{"carrier":"ups",{{(field == "number" ? "" : "\"number\":\"A\",")}}{{(field == "occurredAt" ? "" : "\"occurredAt\":\"2026-03-01T00:00:00Z\",")}}"status":"accepted","{{field}}":{{value}}}""";
}
