using System.Text;
using CsCheck;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Statuses;
using Tracking.Formats.Adapters;
using Tracking.Formats.Epcis;
using Tracking.Formats.Gs1;
using Tracking.Formats.Json;

namespace Tracking.Formats.Tests.Epcis;

/// <summary>What events of EPCIS say of parcels, and facts as events and back.</summary>
public sealed class EpcisTests
{
    private const string Sscc = "urn:epc:id:sscc:4012345.3000000001";

    [Fact]
    public void What_goes_out_as_EPCIS_comes_back_as_the_same_facts_and_keeps_the_rules() => RoundTripTests.AnyFact.Array[1, 4].Sample(
        facts =>
        {
            var reading = Read(EpcisWriter.ToUtf8(facts, new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero)), carrier: null);
            Assert.Empty(reading.Complaints);
            Assert.Equal(facts.Length, reading.Understood);
            Assert.Equal(facts.Select(f => Encoding.UTF8.GetString(FactJson.ToUtf8(f))), reading.Facts.Select(f => Encoding.UTF8.GetString(FactJson.ToUtf8(f))));
            Assert.Equal(facts.Select(RoundTripTests.Flat), reading.Facts.Select(f => RoundTripTests.Flat(f with { Evidence = null })));
        },
        iter: 1_000);

    [Fact]
    public void An_event_is_a_scan_of_each_parcel_in_the_time_of_its_place()
    {
        var reading = Read(Document(Event($"\"action\":\"OBSERVE\",\"epcList\":[\"{Sscc}\",\"https://example.com/00/340123450000000024\"],\"bizStep\":\"shipping\",\"disposition\":\"in_transit\"", id: "urn:uuid:1")));
        Assert.Empty(reading.Complaints);
        var scans = reading.Facts.Cast<Scan>().ToList();
        Assert.Equal(["acme/340123450000000017", "acme/340123450000000024"], scans.Select(s => s.Number.ToString()));
        Assert.All(scans, s => Assert.Equal((TransportStatus.InTransitDeparted, "2026-03-01T12:00:00+02:00"), (s.Status, s.OccurredAt.ToString())));
        Assert.Equal(["urn:uuid:1#340123450000000017", "urn:uuid:1#340123450000000024"], scans.Select(s => s.Id));
    }

    [Fact]
    public void An_XML_event_out_of_order_is_refused_alone()
    {
        const string Good = "<ObjectEvent><eventTime>2026-03-01T10:00:00Z</eventTime><eventTimeZoneOffset>+00:00</eventTimeZoneOffset><epcList><epc>urn:epc:id:sscc:4012345.3000000001</epc></epcList><action>OBSERVE</action></ObjectEvent>";
        const string Bad = "<ObjectEvent><action>OBSERVE</action><eventTime>2026-03-01T10:00:00Z</eventTime><eventTimeZoneOffset>+00:00</eventTimeZoneOffset><epcList><epc>urn:epc:id:sscc:4012345.3000000001</epc></epcList></ObjectEvent>";
        var document = EpcisDocumentReader.Read(
            Encoding.UTF8.GetBytes($"""<epcis:EPCISDocument xmlns:epcis="urn:epcglobal:epcis:xsd:2" schemaVersion="2.0" creationDate="2026-03-01T10:00:00Z"><EPCISBody><EventList>{Bad}{Good}</EventList></EPCISBody></epcis:EPCISDocument>"""),
            new MessageContext(Samples.Reception) { Carrier = "acme" });
        Assert.True(document.IsDocument);
        Assert.Equal("/EventList/1", Assert.Single(document.Events).Where);
        Assert.Equal(("/EventList/0", "/EventList/0/eventTime"), (Assert.Single(document.Refused).Where, document.Refused[0].Complaints[0].Path));
        Assert.Single(document.Message.Facts);
    }

    [Theory]
    [InlineData("holding", null, TransportStatus.InTransitDelayed)]
    [InlineData("urn:epcglobal:cbv:bizstep:arriving", "urn:epcglobal:cbv:disp:in_progress", TransportStatus.InTransitArrived)]
    [InlineData("https://ref.gs1.org/cbv/BizStep-departing", null, TransportStatus.InTransitDeparted)]
    [InlineData("receiving", "damaged", TransportStatus.ExceptionDamaged)]
    [InlineData("inspecting", null, TransportStatus.NoNews)]
    [InlineData("killing", null, TransportStatus.NoNews)]
    [InlineData("https://example.com/steps/dancing", null, TransportStatus.NoNews)]
    public void Step_and_disposition_together_give_the_status(string step, string? state, TransportStatus status)
    {
        var words = state is null ? "" : $",\"disposition\":\"{state}\"";
        var reading = Read(Document(Event($"\"action\":\"OBSERVE\",\"epcList\":[\"{Sscc}\"],\"bizStep\":\"{step}\"{words}")));
        Assert.Equal(status, Assert.IsType<Scan>(Assert.Single(reading.Facts)).Status);
        Assert.Equal(step.StartsWith("https://example", StringComparison.Ordinal) ? 1 : 0, reading.Unmapped.Length);
    }

    [Fact]
    public void What_is_put_into_a_box_names_the_box_and_what_is_put_into_a_consignment_is_its_piece()
    {
        var box = Read(Document(Event($"\"action\":\"ADD\",\"parentID\":\"{Sscc}\",\"childEPCs\":[\"urn:epc:id:sgtin:4012345.011111.987\"],\"bizStep\":\"packing\"", "AggregationEvent")));
        var child = Assert.IsType<Scan>(box.Facts[0]);
        Assert.Equal(("acme/04012345111118.987", "340123450000000017"), (child.Number.ToString(), child.Container));
        var bill = Read(Document(Event($"\"action\":\"ADD\",\"parentID\":\"urn:epc:id:ginc:4012345.XYZ-1\",\"childEPCs\":[\"{Sscc}\"]", "AggregationEvent")));
        var manifest = Assert.IsType<Manifest>(Assert.Single(bill.Facts));
        Assert.Equal(("acme/4012345XYZ-1", "340123450000000017"), (manifest.Number.ToString(), Assert.Single(manifest.Pieces)));
    }

    [Fact]
    public void An_event_without_an_id_gets_one_of_its_content_which_its_error_declaration_names()
    {
        var body = $"\"action\":\"OBSERVE\",\"epcList\":[\"{Sscc}\"],\"bizStep\":\"departing\"";
        var reading = Read(Document(Event(body), Event(body + ",\"errorDeclaration\":{\"declarationTime\":\"2026-03-02T10:00:00Z\",\"reason\":\"did_not_occur\"}")));
        Assert.Equal(2, reading.Facts.Length);
        Assert.Equal((reading.Facts[0].Id, true), (reading.Facts[1].Corrects, reading.Facts[1].Withdraws));
        Assert.NotEqual(reading.Facts[0].Id, reading.Facts[1].Id);
    }

    [Fact]
    public void A_broken_event_takes_none_of_its_neighbours_with_it()
    {
        var good = Event($"\"action\":\"OBSERVE\",\"epcList\":[\"{Sscc}\"]", id: "urn:uuid:1");
        var reading = Read(Document(good, Event("\"action\":\"SEE\",\"epcList\":[\"x\"]"), "7", good.Replace("uuid:1", "uuid:2", StringComparison.Ordinal)));
        Assert.Equal((2, 2), (reading.Facts.Length, reading.Understood));
        Assert.Equal(["/epcisBody/eventList/1/action", "/epcisBody/eventList/1/epcList/0", "/epcisBody/eventList/2"], reading.Complaints.Select(c => c.Path));
    }

    [Fact]
    public void A_key_of_GS1_says_the_same_in_all_its_forms()
    {
        foreach (var (urn, link) in new[]
        {
            (Sscc, "https://id.gs1.org/00/340123450000000017"),
            ("urn:epc:id:sgtin:4012345.011111.98%2F7", "https://shop.example/x/01/04012345111118/10/LOT/21/98%2F7?linkType=all"),
            ("urn:epc:id:gsin:4012345.222333444", "http://example.com/402/40123452223334442"),
            ("urn:epc:id:ginc:4012345.XYZ1", "https://id.gs1.org/401/4012345XYZ1"),
        })
        {
            Assert.True(Gs1Key.TryParse(urn, out var one), urn);
            Assert.True(Gs1Key.TryParse(link, out var other), link);
            Assert.Equal(one, other);
            Assert.True(Gs1Key.TryParse(one.ToDigitalLink(), out var again));
            Assert.Equal(one, again);
        }

        Assert.False(Gs1Key.TryParse("https://id.gs1.org/00/340123450000000018", out _));
    }

    [Fact]
    public void A_thing_that_is_no_parcel_is_counted_and_gives_no_fact()
    {
        var reading = Read(Document(Event("\"action\":\"OBSERVE\",\"epcList\":[\"urn:epc:id:giai:4000001.111\"]")));
        Assert.Equal((1, 0, 0), (reading.Understood, reading.Facts.Length, reading.Complaints.Length));
        Assert.Equal("epcis key", Assert.Single(reading.Unmapped).System);
    }

    [Fact]
    public void Damaged_documents_give_facts_or_complaints_and_no_exception()
    {
        var xml = $"<epcis:EPCISDocument xmlns:epcis=\"urn:epcglobal:epcis:xsd:2\" schemaVersion=\"2.0\" creationDate=\"2026-03-01T10:00:00Z\"><EPCISBody><EventList><ObjectEvent><eventTime>2026-03-01T10:00:00Z</eventTime><eventTimeZoneOffset>+00:00</eventTimeZoneOffset><epcList><epc>{Sscc}</epc></epcList><action>OBSERVE</action><bizStep>urn:epcglobal:cbv:bizstep:shipping</bizStep><quantityList><quantityElement><epcClass>urn:x:y</epcClass><quantity>1</quantity></quantityElement></quantityList></ObjectEvent></EventList></EPCISBody></epcis:EPCISDocument>";
        Assert.Single(Read(Encoding.UTF8.GetBytes(xml)).Facts);
        foreach (var whole in new[] { Encoding.UTF8.GetBytes(xml), Document(Event($"\"action\":\"OBSERVE\",\"epcList\":[\"{Sscc}\"],\"errorDeclaration\":{{\"declarationTime\":\"2026-03-02T10:00:00Z\"}},\"readPoint\":{{\"id\":\"geo:1,2\"}}")) })
        {
            Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte, Gen.Bool).Array[1, 5].Sample(
                damages =>
                {
                    var bytes = new List<byte>(whole);
                    foreach (var (at, value, remove) in damages)
                    {
                        var where = Math.Min(at, bytes.Count - 1);
                        if (remove)
                        {
                            bytes.RemoveRange(where, Math.Min(value / 8, bytes.Count - where - 1));
                        }
                        else
                        {
                            bytes[where] = value;
                        }
                    }

                    var reading = Read([.. bytes]);
                    return reading.Facts.All(f => FactJson.ReaderOf(f).Read(FactJson.ToUtf8(f), Samples.Reception).Fact is not null)
                        && (reading.Understood > 0 || reading.Complaints.Length > 0);
                },
                iter: 4_000);
        }
    }

    private static byte[] Document(params string[] events) => Encoding.UTF8.GetBytes(
        $"{{\"@context\":[\"https://ref.gs1.org/standards/epcis/epcis-context.jsonld\"],\"type\":\"EPCISDocument\",\"schemaVersion\":\"2.0\",\"creationDate\":\"2026-03-01T10:00:00Z\",\"epcisBody\":{{\"eventList\":[{string.Join(',', events)}]}}}}");

    private static string Event(string body, string type = "ObjectEvent", string? id = null) =>
        $"{{\"type\":\"{type}\",{(id is null ? "" : $"\"eventID\":\"{id}\",")}\"eventTime\":\"2026-03-01T10:00:00Z\",\"eventTimeZoneOffset\":\"+02:00\",{body}}}";

    private static MessageReading Read(byte[] bytes, string? carrier = "acme") => new EpcisAdapter().Read(bytes, new MessageContext(Samples.Reception) { Carrier = carrier });
}
