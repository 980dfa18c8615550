using Tracking.Contracts.Facts;
using Tracking.Contracts.Statuses;

namespace Tracking.Formats.Tests.Adapters;

public sealed class EdifactTests
{
    private static string Interchange(params string[] messages) =>
        $"UNB+UNOA:3+SENDER:14+TRACKING:14+251124:1303+77'{string.Concat(messages)}UNZ+{messages.Length}+77'";

    private static string Message(string type, string reference, params string[] segments) =>
        $"UNH+{reference}+{type}:D:01B:UN'{string.Concat(segments.Select(s => s + "'"))}UNT+{segments.Length + 2}+{reference}'";

    private static string Status(string sts, string reference = "1") =>
        Message("IFTSTA", reference, "BGM+44+95", "CNI+1+4215A", sts, "DTM+334:202511241450:203", "LOC+16+USJFK:139:6");

    [Fact]
    public void A_status_has_consignment_time_and_place()
    {
        var reading = Reading.Of(Interchange(Status("STS+1+24")), carrier: "dsv");
        Assert.Empty(reading.Complaints);
        var scan = Assert.IsType<Scan>(Assert.Single(reading.Facts));
        Assert.Equal(("dsv/4215A", TransportStatus.InTransitDeparted, "24", "USJFK"), (scan.Number.ToString(), scan.Status, scan.Code, scan.Place!.Locode));
        Assert.Equal("2025-11-24T14:50:00-05:00", scan.OccurredAt.ToString());
    }

    [Theory]
    [InlineData("STS+1+21", "delivered:21")]
    [InlineData("STS+1+12", "at-border:12:released")]
    [InlineData("STS+1+17+39", "at-border:17/39:held")]
    [InlineData("STS+1+78", "no-news:78")]
    [InlineData("STS+2+21", "no-news:21")]
    [InlineData("STS+1+10:XYZ:86", "no-news:10")]
    [InlineData("STS+1+999", "no-news:999")]
    public void Recommendation_24_is_meant_for_transport_alone(string sts, string expected) =>
        Assert.Equal(expected, Reading.Words(Reading.Of(Interchange(Status(sts)), carrier: "dsv")));

    [Fact]
    public void Packages_that_are_named_have_their_own_status()
    {
        var reading = Reading.Of(Interchange(Message("IFTSTA", "1", "CNI+1+7655S", "STS+1+49", "DTM+334:20251124:102", "GID+1+1:CT", "GIN+BJ+354107380000001068+354107380000001051", "STS+1+21", "DTM+334:20251124:102")), carrier: "dsv");
        Assert.Equal(["dsv/7655S", "dsv/354107380000001068", "dsv/354107380000001051"], reading.Facts.Select(f => f.Number.ToString()));
    }

    private static string Response(string gis, string bgm = "BGM+929+DOC1+11") =>
        Message("CUSRES", "1", bgm, "DTM+137:202511241450:203", "LOC+22+DEHAM", "RFF+ABT:25DE123456789012R5", "RFF+HWB:H0000001", gis);

    [Theory]
    [InlineData("GIS+4", "released:4")]
    [InlineData("GIS+5:109:148", "exam-ordered:5")]
    [InlineData("GIS+6", "hold-placed:6")]
    [InlineData("GIS+7", "hold-placed:7")]
    [InlineData("GIS+8", "released-with-conditions:8 permit-given:8")]
    [InlineData("GIS+2", "notified:2")]
    [InlineData("GIS+9", "lodged:9")]
    [InlineData("GIS+99", "notified:99")]
    [InlineData("GIS+4:ZZZ:148", "notified:ZZZ:4")]
    public void Customs_responses_decide(string gis, string expected)
    {
        var reading = Reading.Of(Interchange(Response(gis)), carrier: "dhl", authority: "de-zoll");
        Assert.Equal(expected, Reading.Words(reading));
        var decision = Assert.IsType<Decision>(reading.Facts[0]);
        Assert.Equal(("dhl/H0000001", "de-zoll", "DE", CustomsProcedure.Import), (decision.Number.ToString(), decision.Source, decision.Territory, decision.Procedure));
        Assert.Equal("2025-11-24T14:50:00+01:00", decision.OccurredAt.ToString());
    }

    [Fact]
    public void What_customs_wants_or_holds_ends_with_its_release() =>
        Assert.True(Assert.IsType<Decision>(Reading.Of(Interchange(Response("GIS+7")), carrier: "dhl", authority: "de-zoll").Facts[0]).Hold!.UntilRelease);

    [Fact]
    public void A_release_of_an_export_or_of_an_unknown_procedure_opens_nothing_at_import()
    {
        var export = Reading.Of(Interchange(Response("GIS+4", "BGM+830+DOC1+11")), carrier: "dhl", authority: "de-zoll");
        Assert.Equal(CustomsProcedure.Export, Assert.IsType<Decision>(export.Facts[0]).Procedure);
        var unknown = Reading.Of(Interchange(Response("GIS+4", "BGM+962+DOC1+11")), carrier: "dhl", authority: "de-zoll");
        Assert.Equal("notified:4", Reading.Words(unknown));
        Assert.Contains("procedure=import", unknown.Complaints[0].Remedy, StringComparison.Ordinal);
        Assert.Equal("released:4", Reading.Words(Reading.Of(Interchange(Response("GIS+4", "BGM+962+DOC1+11")), carrier: "dhl", authority: "de-zoll", procedure: CustomsProcedure.Import)));
    }

    [Fact]
    public void The_sender_is_not_believed_to_be_an_authority()
    {
        var reading = Reading.Of(Interchange(Response("GIS+4")), carrier: "dhl");
        Assert.Empty(reading.Facts);
        Assert.Contains("authority=", reading.Complaints[0].Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_message_is_acknowledged()
    {
        var reading = Reading.Of(Interchange(Status("STS+1+24"), Status("STS+1+21", "2").Replace("UNT+7", "UNT+9", StringComparison.Ordinal), Message("IFCSUM", "3", "BGM+610")), carrier: "dsv");
        Assert.Equal("in-transit-departed:24", Reading.Words(reading));
        var answer = Reading.Text(reading.Acknowledgement).Split("'\n");
        Assert.Contains("UNB+UNOA:3+TRACKING:14+SENDER:14+251124:1800+77", answer);
        Assert.Contains("UCI+77+SENDER:14+TRACKING:14+7", answer);
        Assert.Contains("UCM+1+IFTSTA:D:01B:UN+7", answer);
        Assert.Contains("UCM+2+IFTSTA:D:01B:UN+4+29", answer);
        Assert.Contains("UCM+3+IFCSUM:D:01B:UN+4+14", answer);
        Assert.Contains("UNT+6+1", answer);
        Assert.Equal("", Reading.Text(Reading.Of(Interchange(Message("CONTRL", "1", "UCI+77+A+B+7"))).Acknowledgement));
    }

    [Theory]
    [InlineData("UNA:+.? '", ':', '+', '\'')]
    [InlineData("UNA|^.\\ ~", '|', '^', '~')]
    [InlineData("UNA:+.? \n", ':', '+', '\n')]
    public void Whatever_UNA_declares_parts(string una, char component, char element, char terminator)
    {
        var text = una + Interchange(Status("STS+1+24")).Replace(':', component).Replace('+', element).Replace('\'', terminator);
        Assert.Equal("in-transit-departed:24", Reading.Words(Reading.Of(text, carrier: "dsv")));
        Assert.Equal("in-transit-departed:24", Reading.Words(Reading.Of(text.Replace($"{terminator}", $"{terminator}\r\n", StringComparison.Ordinal), carrier: "dsv")));
    }

    [Fact]
    public void Released_characters_stand_for_themselves()
    {
        var reading = Reading.Of(Interchange(Message("IFTSTA", "1", "CNI+1+A?+1", "STS+1+24", "DTM+334:202511241450:203", "LOC+16+:::Joe?'s ?: place??")), carrier: "dsv");
        Assert.Contains("no number of a bill", reading.Complaints[^1].Message, StringComparison.Ordinal);
        reading = Reading.Of(Interchange(Message("IFTSTA", "1", "CNI+1+A1", "STS+1+24", "DTM+334:202511241450:203", "LOC+16+:::Joe?'s ?: place??")), carrier: "dsv");
        Assert.Contains("Joe's : place?", ((Scan)reading.Facts[0]).Text, StringComparison.Ordinal);
    }

    [SharedDataFact("edi")]
    public void The_consignment_that_customs_stopped_at_Heathrow_is_held_by_the_carriers_word()
    {
        var reading = Reading.Of(File.ReadAllBytes(Path.Combine(SharedData.Folder("edi")!, "eancom", "sample.txt")), carrier: "dsv");
        Assert.Equal("delivered:21 in-transit:31 at-border:17/39:held exception-lost:49 delivered:21 delivered:21", Reading.Words(reading));
        Assert.Equal("dsv/5145E", reading.Facts[2].Number.ToString());
        Assert.Contains("HEATHROW", ((Scan)reading.Facts[2]).Text, StringComparison.Ordinal);
        Assert.True(reading.Acknowledgement.IsEmpty);
    }

    [SharedDataFact("edi")]
    public void Messages_of_other_types_are_refused_by_name()
    {
        foreach (var name in new[] { "edifact.D95B.CUSCAR.EDI", "edifact.D01B.IFCSUM.NewLines.EDI" })
        {
            var reading = Reading.Of(File.ReadAllBytes(Path.Combine(SharedData.Folder("edi")!, "indice", name)));
            Assert.Empty(reading.Facts);
            Assert.Contains(reading.Complaints, c => c.Message.Contains("not read here", StringComparison.Ordinal));
            Assert.Contains("UCM+", Reading.Text(reading.Acknowledgement), StringComparison.Ordinal);
        }
    }
}
