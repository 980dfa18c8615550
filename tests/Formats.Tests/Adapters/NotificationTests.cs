using System.Globalization;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Holds;
using Tracking.Contracts.Statuses;
using Tracking.Formats.Notifications;

namespace Tracking.Formats.Tests.Adapters;

public sealed class NotificationTests
{
    private static string Notification(string function, string mrn = "25GB2U37IWQDJY1AR9", string issued = "20251124094220Z", string id = "aabb") => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <MetaData xmlns="urn:wco:datamodel:WCO:DocumentMetaData-DMS:2"><WCOTypeName>RES</WCOTypeName><Response>
        <FunctionCode>{function}</FunctionCode><FunctionalReferenceID>{id}</FunctionalReferenceID>
        <IssueDateTime><DateTimeString formatCode="304">{issued}</DateTimeString></IssueDateTime>
        <Declaration><FunctionalReferenceID>LRN-7788</FunctionalReferenceID><ID>{mrn}</ID><VersionID>2</VersionID></Declaration>
        </Response></MetaData>
        """;

    [Theory]
    [InlineData("01", "lodged:DMSACC")]
    [InlineData("02", "lodged:DMSRCV")]
    [InlineData("03", "notified:DMSREJ")]
    [InlineData("05", "exam-ordered:DMSCTL")]
    [InlineData("06", "hold-placed:DMSDOC")]
    [InlineData("07", "notified:DMSRES")]
    [InlineData("08", "released:DMSROG")]
    [InlineData("09", "released:DMSCLE")]
    [InlineData("10", "release-taken-back:DMSINV")]
    [InlineData("11", "notified:DMSREQ")]
    [InlineData("13", "notified:DMSTAX")]
    [InlineData("16", "exported:DMSEOG")]
    [InlineData("77", "notified:77")]
    public void Notifications_decide(string function, string expected)
    {
        var reading = Reading.Of(Notification(function), carrier: "dhl");
        Assert.Equal(expected, Reading.Words(reading));
        Assert.Empty(reading.Complaints);
        var decision = Assert.IsType<Decision>(Assert.Single(reading.Facts));
        Assert.Equal(("dhl/LRN-7788", "gb-customs", "GB", "res/aabb"), (decision.Number.ToString(), decision.Source, decision.Territory, decision.Id));
        Assert.Equal("2025-11-24T09:42:20+00:00", decision.OccurredAt.ToString());
        Assert.Null(decision.Sequence);
    }

    [Theory]
    [InlineData("25GB2U37IWQDJY1AR9", "released:DMSCLE", CustomsProcedure.Import)]
    [InlineData("25GB2U37IWQDJY1AA1", "released:DMSCLE", CustomsProcedure.Export)]
    [InlineData("25GB2U37IWQDJY1A09", "notified:DMSCLE", CustomsProcedure.Import)]
    public void An_exports_release_opens_nothing_at_import_nor_does_one_of_which_nobody_knows(string mrn, string expected, CustomsProcedure procedure)
    {
        var reading = Reading.Of(Notification("09", mrn), carrier: "dhl");
        Assert.Equal(expected, Reading.Words(reading));
        Assert.Equal(procedure, ((Decision)reading.Facts[0]).Procedure);
        Assert.Equal("released:DMSCLE", Reading.Words(Reading.Of(Notification("09", mrn), carrier: "dhl", procedure: CustomsProcedure.Import)));
    }

    [Fact]
    public void Documents_one_after_the_other_are_read_each_for_itself()
    {
        var reading = Reading.Of($"{Notification("05", id: "a")}\n{Notification("06", id: "b").Replace("</Response>", "", StringComparison.Ordinal)}\n{Notification("08", id: "c")}", carrier: "dhl");
        Assert.Equal("exam-ordered:DMSCTL released:DMSROG", Reading.Words(reading));
        Assert.Contains(reading.Complaints, c => c.Message.Contains("well-formed", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"b\">]><MetaData><Response><FunctionCode>09</FunctionCode></Response></MetaData>", "well-formed")]
    [InlineData("<MetaData><Response><FunctionCode>09</FunctionCode></Response></MetaData>", "FunctionalReferenceID")]
    [InlineData("<MetaData><Response><FunctionCode>09</FunctionCode><FunctionalReferenceID>x</FunctionalReferenceID></Response></MetaData>", "IssueDateTime")]
    public void What_is_wrong_is_said_with_its_line(string message, string what)
    {
        var reading = Reading.Of(message, carrier: "dhl");
        Assert.Empty(reading.Facts);
        Assert.Contains(what, reading.Complaints[0].Message, StringComparison.Ordinal);
        Assert.StartsWith("line ", reading.Complaints[0].Path, StringComparison.Ordinal);
    }

    [SharedDataFact("customs-notifications")]
    public void Every_real_notification_is_read_as_its_name_says()
    {
        var seen = new Dictionary<string, int>();
        foreach (var file in Directory.EnumerateFiles(SharedData.Folder("customs-notifications")!, "*.xml", SearchOption.AllDirectories))
        {
            // One file says in its name that it is a receipt, and in its function code that the goods have left.
            var name = Path.GetFileName(file).Replace("02_DMSRCV(2)", file.Contains("EX038a", StringComparison.Ordinal) ? "DMSEOG" : "DMSRCV", StringComparison.Ordinal);
            var expected = name[name.IndexOf("DMS", StringComparison.Ordinal)..][..6];
            var export = file.Contains("TT_EX", StringComparison.Ordinal);
            var reading = Reading.Of(File.ReadAllBytes(file), carrier: "dhl", procedure: export ? CustomsProcedure.Export : CustomsProcedure.Import);
            Assert.True(reading.Complaints.IsEmpty, $"{file}: {string.Join("; ", reading.Complaints)}");
            var decision = Assert.IsType<Decision>(Assert.Single(reading.Facts));
            Assert.Equal(expected, decision.Code);
            Assert.Equal(DeclarationAdapter.Codes.Find(expected)!.Effects[0].Kind, decision.Kind);
            seen[expected] = seen.GetValueOrDefault(expected) + 1;
        }

        Assert.True(seen.Count >= 15, string.Join(' ', seen));
    }

    [SharedDataFact("customs-notifications")]
    public void Ids_of_real_notifications_tell_all_of_a_scenario_apart()
    {
        foreach (var scenario in Directory.EnumerateDirectories(Path.Combine(SharedData.Folder("customs-notifications")!, "annotated_XML_samples"), "TT_*"))
        {
            var facts = Directory.EnumerateFiles(scenario, "*.xml", SearchOption.AllDirectories)
                .SelectMany(f => Reading.Of(File.ReadAllBytes(f), carrier: "dhl", procedure: CustomsProcedure.Import).Facts)
                .ToList();
            foreach (var same in facts.GroupBy(f => f.Id))
            {
                Assert.True(same.Select(f => f.OccurredAt).Distinct().Count() == 1, $"{scenario}: {same.Key}");
            }
        }
    }

    [Theory]
    [InlineData("IE3Q01", "hold-placed:IE3Q01")]
    [InlineData("IE3Q02", "request-placed:IE3Q02")]
    [InlineData("IE3R02", "request-answered:IE3R02")]
    [InlineData("IE3Q03", "request-placed:IE3Q03")]
    [InlineData("IE3N01", "notified:IE3N01")]
    [InlineData("IE3N02", "notified:IE3N02")]
    [InlineData("IE3N03", "request-removed:IE3N03")]
    [InlineData("IE3Q77", "notified:IE3Q77")]
    public void Referrals_before_entry_into_the_EU(string name, string expected)
    {
        var reading = Reading.Of(
            $"""<x:{name} xmlns:x="urn:x"><MRN>25BE000000000000A1</MRN><documentIssueDate>2025-11-24T10:00:00Z</documentIssueDate><TransportDocumentMasterLevel><documentNumber>M1</documentNumber></TransportDocumentMasterLevel><TransportDocumentHouseLevel><documentNumber>H1</documentNumber></TransportDocumentHouseLevel><ReferralRequestReference>R-1</ReferralRequestReference></x:{name}>""",
            carrier: "dhl");
        Assert.Equal(expected, Reading.Words(reading));
        var decision = Assert.IsType<Decision>(Assert.Single(reading.Facts));
        Assert.Equal(("dhl/H1", "eu-customs", "EU"), (decision.Number.ToString(), decision.Source, decision.Territory));
        Assert.Equal(decision.Hold is null ? null : "R-1", decision.Hold?.Reference);
        Assert.True(name != "IE3Q01" || decision.Hold!.Kind == HoldKind.DoNotLoad);
    }

    [Theory]
    [InlineData("EME", "USLAXA", "at-border:EME:held")]
    [InlineData("EDC", "USLAXA", "at-border:EDC:released")]
    [InlineData("EMG", "USLAXA", "in-transit-arrived:EMG")]
    [InlineData("EMH", "USLAXA", "attempted:EMH")]
    [InlineData("EMI", "USLAXA", "delivered:EMI")]
    [InlineData("EMI", "GBLALA", "returned:EMI")]
    [InlineData("ZZZ", "USLAXA", "no-news:ZZZ")]
    public void Events_of_posts(string code, string office, string expected)
    {
        var reading = Reading.Of($"""<EMSEVT><item itemId="RR 473124829 GB"><event eventCode="{code}" officeCode="{office}" eventDateTime="2025-11-24T10:00:00"/></item></EMSEVT>""", carrier: "usps");
        Assert.Equal(expected, Reading.Words(reading));
        Assert.Equal("usps/RR473124829GB", reading.Facts[0].Number.ToString());
        Assert.Equal(office[..2] == "US" ? "2025-11-24T10:00:00-08:00" : "2025-11-24T10:00:00+00:00", reading.Facts[0].OccurredAt.ToString());
    }

    [Fact]
    public void An_item_with_a_wrong_check_digit_is_refused()
    {
        var reading = Reading.Of("""<EMSEVT><item itemId="RR473124828GB"><event eventCode="EMC" eventDateTime="2025-11-24T10:00:00Z"/></item></EMSEVT>""", carrier: "usps");
        Assert.Empty(reading.Facts);
        Assert.Contains("check digit", reading.Complaints[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Customs_answers_to_a_post_and_an_items_contents()
    {
        var answer = Reading.Of("<CUSRSP><item><itemId>RR473124829GB</itemId><decision>HOLD</decision><decisionDateTime>2025-11-24T10:00:00Z</decisionDateTime></item></CUSRSP>", carrier: "usps", authority: "us-cbp");
        Assert.Equal("hold-placed:HOLD", Reading.Words(answer));
        var unmapped = Reading.Of("<CUSRSP><item><itemId>RR473124829GB</itemId><decision>17</decision><decisionDateTime>2025-11-24T10:00:00Z</decisionDateTime></item></CUSRSP>", carrier: "usps", authority: "us-cbp");
        Assert.Equal(("notified:17", 1), (Reading.Words(unmapped), unmapped.Unmapped.Length));
        var contents = Reading.Of("""<ITMATT><item itemId="RR473124829GB"><sender><countryCd>GB</countryCd></sender><addressee><countryCd>US</countryCd></addressee><content><description>Bag</description><hsCode>4202.22</hsCode><value>12.50</value><currency>GBP</currency><quantity>2</quantity></content></item></ITMATT>""", carrier: "usps");
        var manifest = Assert.IsType<Manifest>(Assert.Single(contents.Facts));
        Assert.Equal(("GB", "US", "420222", 12.5m), (manifest.Origin!.Country, manifest.Destination!.Country, manifest.Goods[0].HsCode, manifest.Goods[0].Value));
    }

    [Fact]
    public void Plain_code_events_are_decisions_of_their_system()
    {
        var reading = Reading.Of("""[{"system":"us-manifest","code":"7H","carrier":"maeu","number":"M1","occurredAt":"2025-11-24T09:15:00-05:00","port":"4601"},{"system":"us-acas","code":"7H","carrier":"dhl","number":"H1","occurredAt":"2025-11-24T09:15:00Z"},{"system":"moon","code":"1"},{"system":"us-air","code":"7H","carrier":"dhl","number":"H1","occurredAt":"2025-11-24T09:15:00Z"}]""");
        Assert.Equal("exam-ordered:7H request-placed:7H notified:7H", Reading.Words(reading));
        Assert.Equal("/2/system", reading.Complaints[0].Path);
        Assert.Equal(HoldKind.NonIntrusiveExam, ((Decision)reading.Facts[0]).Hold!.Kind);
    }

    [Fact]
    public void Meanings_from_memory_are_known_as_such()
    {
        var tables = new[] { Air.AirCustomsAdapter.Codes, Air.AirCustomsAdapter.ScreeningCodes, Cbp.ManifestCodes.Table, DeclarationAdapter.Codes, EntrySummaryAdapter.Codes, Upu.PostalAdapter.Answers };
        var remembered = tables.SelectMany(t => t.Codes.Where(c => !c.Value.Seen).Select(c => string.Create(CultureInfo.InvariantCulture, $"{t.System} {c.Key}"))).Order(StringComparer.Ordinal);
        Assert.Equal(
            "us-acas csn 6I, us-acas csn 6J, us-acas csn 7I, us-acas csn 7J, us-acas csn 8I, us-acas csn 8J, us-acas csn SF, us-acas csn SR, us-air csn 1A, us-air csn 1B, us-air csn 1H, us-air csn 1I",
            string.Join(", ", remembered.Where(r => !r.StartsWith("upu", StringComparison.Ordinal))));
    }
}
