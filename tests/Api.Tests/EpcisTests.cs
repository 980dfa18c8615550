using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Tracking.Api.Tests;

/// <summary>The capture and query interface of GS1 EPCIS 2.0.</summary>
public sealed class EpcisTests
{
    private const string Sscc = "urn:epc:id:sscc:4012345.0000000001";
    private const string Shipment = "/v1/shipments/ups/040123450000000016";

    [Fact]
    public async Task A_document_is_a_job_whose_events_are_given_back_and_whose_parcels_know()
    {
        await using var silo = await Silo.StartAsync();
        var (response, _) = await silo.PostAsync("/epcis/capture?carrier=ups", Document(Event("e-1"), Event("e-2", "arriving")), "application/ld+json");
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal("2.0.0", response.Headers.GetValues("GS1-EPCIS-Version").Single());

        var job = await EndedAsync(silo, response.Headers.Location!);
        Assert.Equal((true, "rollback", 0), (job.GetProperty("success").GetBoolean(), job.GetProperty("captureErrorBehaviour").GetString(), job.GetProperty("errors").GetArrayLength()));
        var (_, shipment) = await silo.GetAsync(Shipment);
        Assert.Equal(2, shipment.GetProperty("timeline").GetArrayLength());

        var (_, found) = await silo.GetAsync($"/epcis/events?MATCH_epc={Uri.EscapeDataString("https://id.gs1.org/00/040123450000000016")}&EQ_bizStep=departing");
        Assert.Equal("EPCISQueryDocument", found.GetProperty("type").GetString());
        var one = Events(found).Single();
        Assert.Equal(("e:e-1", "kept", "own"), (one.GetProperty("eventID").GetString(), one.GetProperty("ex:field").GetString(), one.GetProperty("type").GetString() is "ObjectEvent" ? "own" : ""));
        Assert.True(one.TryGetProperty("recordTime", out _));
        Assert.Equal("http://example.org/", found.GetProperty("@context")[1].GetProperty("ex").GetString());
        (_, one) = await silo.GetAsync($"/epcis/events/{Uri.EscapeDataString("e:e-2")}");
        Assert.Equal("arriving", one.GetProperty("bizStep").GetString());
        Assert.Single((await silo.GetAsync("/epcis/capture")).Body.EnumerateArray());
    }

    [Fact]
    public async Task The_same_event_again_is_a_conflict_and_a_declaration_of_its_error_is_none()
    {
        await using var silo = await Silo.StartAsync();
        var (response, _) = await silo.PostAsync("/epcis/events?carrier=ups", Event("e-1").ToJsonString());
        Assert.Equal((HttpStatusCode.Created, "/epcis/events/e%3Ae-1"), (response.StatusCode, response.Headers.Location!.OriginalString));
        (response, var problem) = await silo.PostAsync("/epcis/events?carrier=ups", Event("e-1").ToJsonString());
        Assert.Equal((HttpStatusCode.Conflict, "epcisException:ResourceAlreadyExistsException"), (response.StatusCode, problem.GetProperty("type").GetString()));

        (response, _) = await silo.PostAsync("/epcis/capture?carrier=ups", Document(Event("e-2"), Event("e-1")));
        var job = await EndedAsync(silo, response.Headers.Location!);
        Assert.Equal((false, 409), (job.GetProperty("success").GetBoolean(), job.GetProperty("errors")[0].GetProperty("status").GetInt32()));
        Assert.Equal(HttpStatusCode.NotFound, (await silo.GetAsync("/epcis/events/e%3Ae-2")).Response.StatusCode);

        using var proceed = new HttpRequestMessage(HttpMethod.Post, "/epcis/capture?carrier=ups") { Content = new StringContent(Document(Event("e-2"), Event("e-1"), Broken()), Encoding.UTF8, "application/json") };
        proceed.Headers.Add("GS1-Capture-Error-Behaviour", "proceed");
        (response, _) = await silo.SendAsync(proceed);
        job = await EndedAsync(silo, response.Headers.Location!);
        Assert.Equal([400, 409], job.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("status").GetInt32()).Distinct().Order());
        Assert.Equal("/epcisBody/eventList/1", job.GetProperty("errors").EnumerateArray().Single(e => e.GetProperty("status").GetInt32() == 409).GetProperty("errors")[0].GetProperty("field").GetString());
        Assert.Equal(HttpStatusCode.OK, (await silo.GetAsync("/epcis/events/e%3Ae-2")).Response.StatusCode);

        var declared = Event("e-1");
        declared["errorDeclaration"] = new JsonObject { ["declarationTime"] = "2026-03-02T00:00:00Z", ["reason"] = "did_not_occur" };
        (response, _) = await silo.PostAsync("/epcis/events?carrier=ups", declared.ToJsonString());
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal(2, Events((await silo.GetAsync("/epcis/events?EQ_eventID=e:e-1")).Body).Count);
    }

    [Fact]
    public async Task Every_type_of_event_is_kept_and_found_by_what_it_names()
    {
        await using var silo = await Silo.StartAsync();
        var parts = Event("a-1");
        (parts["type"], parts["action"], parts["parentID"], parts["childEPCs"]) = ("AggregationEvent", "ADD", "urn:epc:id:sscc:4012345.0000000002", new JsonArray(Sscc));
        parts.Remove("epcList");
        var made = Event("t-1");
        (made["type"], made["inputEPCList"], made["outputEPCList"]) = ("TransformationEvent", new JsonArray("urn:x:in"), new JsonArray("urn:x:out"));
        made.Remove("epcList");
        made.Remove("action");
        var bought = Event("b-1");
        (bought["type"], bought["bizTransactionList"]) = ("TransactionEvent", new JsonArray(new JsonObject { ["type"] = "po", ["bizTransaction"] = "urn:x:po:7" }));
        var (response, _) = await silo.PostAsync("/epcis/capture?carrier=ups", Document(parts, made, bought));
        Assert.True((await EndedAsync(silo, response.Headers.Location!)).GetProperty("success").GetBoolean());
        foreach (var (query, id) in new[]
        {
            ("MATCH_parentID=https://id.gs1.org/00/040123450000000023", "a-1"), ("MATCH_inputEPC=urn:x:in", "t-1"), ("MATCH_outputEPC=urn:x:out", "t-1"), ("MATCH_anyEPC=urn:x:in,urn:x:out", "t-1"),
            ("EQ_bizTransaction_po=urn:x:po:7", "b-1"), ("EQ_bizTransaction_urn:epcglobal:cbv:btt:po=urn:x:po:7", "b-1"), ("eventType=TransformationEvent", "t-1"), ($"MATCH_epc={Sscc}&eventType=AggregationEvent", "a-1"),
        })
        {
            Assert.Equal($"e:{id}", Events((await silo.GetAsync($"/epcis/events?{query}")).Body).Single().GetProperty("eventID").GetString());
        }

        Assert.Empty(Events((await silo.GetAsync("/epcis/events?MATCH_epc=urn:x:in")).Body));
        Assert.Equal(["AggregationEvent", "TransactionEvent", "TransformationEvent"], Members((await silo.GetAsync("/epcis/eventTypes")).Body));
        Assert.Equal(["departing"], Members((await silo.GetAsync("/epcis/bizSteps")).Body));
        Assert.Contains("urn:x:out", Members((await silo.GetAsync("/epcis/epcs")).Body));
        Assert.Single(Events((await silo.GetAsync("/epcis/eventTypes/TransformationEvent/events")).Body));
        Assert.Equal(2, Events((await silo.GetAsync($"/epcis/epcs/{Uri.EscapeDataString("https://id.gs1.org/00/040123450000000016")}/events")).Body).Count);
    }

    [Fact]
    public async Task Pages_follow_each_other_by_their_links()
    {
        await using var silo = await Silo.StartAsync();
        await EndedAsync(silo, (await silo.PostAsync("/epcis/capture?carrier=ups", Document([.. Enumerable.Range(0, 7).Select(i => Event($"e-{i}"))]))).Response.Headers.Location!);
        List<string?> seen = [];
        for (string? next = "/epcis/events?orderBy=eventTime&orderDirection=DESC&perPage=2&eventCountLimit=5"; next is not null;)
        {
            var (response, page) = await silo.GetAsync(next);
            seen.AddRange(Events(page).Select(e => e.GetProperty("eventID").GetString()));
            next = response.Headers.TryGetValues("Link", out var links) ? links.Single().Split('<', '>')[1] : null;
        }

        Assert.Equal(5, seen.Distinct().Count());
        Assert.Equal(5, seen.Count);
    }

    [Fact]
    public async Task An_event_without_an_id_gets_one_that_it_gets_again()
    {
        await using var silo = await Silo.StartAsync();
        var one = Event("");
        one.Remove("eventID");
        var (response, _) = await silo.PostAsync("/epcis/events?carrier=ups", one.ToJsonString());
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var (_, kept) = await silo.GetAsync(response.Headers.Location!.OriginalString);
        Assert.StartsWith("urn:tracking:event:sha256:", kept.GetProperty("eventID").GetString(), StringComparison.Ordinal);
        (response, _) = await silo.PostAsync("/epcis/events?carrier=ups", one.ToJsonString());
        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
    }

    [Fact]
    public async Task XML_of_1_2_is_captured_and_given_back_as_JSON()
    {
        await using var silo = await Silo.StartAsync();
        const string Xml = """
            <epcis:EPCISDocument xmlns:epcis="urn:epcglobal:epcis:xsd:1" xmlns:ex="http://example.org/" schemaVersion="1.2" creationDate="2026-03-01T00:00:00Z"><EPCISBody><EventList><ObjectEvent>
            <eventTime>2026-03-01T10:00:00Z</eventTime><eventTimeZoneOffset>+01:00</eventTimeZoneOffset><epcList><epc>urn:epc:id:sscc:4012345.0000000001</epc></epcList><action>OBSERVE</action>
            <bizStep>urn:epcglobal:cbv:bizstep:departing</bizStep><ex:field>kept</ex:field></ObjectEvent></EventList></EPCISBody></epcis:EPCISDocument>
            """;
        var (response, _) = await silo.PostAsync("/epcis/capture?carrier=ups", Xml, "application/xml");
        Assert.True((await EndedAsync(silo, response.Headers.Location!)).GetProperty("success").GetBoolean());
        var (_, found) = await silo.GetAsync("/epcis/events?EQ_bizStep=departing");
        Assert.Equal("kept", Events(found).Single().GetProperty("ex:field").GetString());
        Assert.Equal("http://example.org/", found.GetProperty("@context")[1].GetProperty("ex").GetString());
    }

    [Fact]
    public async Task Events_are_shown_to_who_captured_them_and_to_authorities()
    {
        await using var silo = await Silo.StartAsync(keys: true);
        var (response, _) = await silo.PostAsync("/epcis/capture", Document(Event("e-1")), "application/json", Silo.CarrierKey);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Single(Events((await silo.GetAsync("/epcis/events", Silo.CarrierKey)).Body));
        Assert.Single(Events((await silo.GetAsync("/epcis/events", Silo.CustomsKey)).Body));
        Assert.Empty(Events((await silo.GetAsync("/epcis/events", Silo.MarketKey)).Body));
        Assert.Equal(HttpStatusCode.NotFound, (await silo.GetAsync(response.Headers.Location!.OriginalString, Silo.MarketKey)).Response.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await silo.GetAsync("/epcis/events")).Response.StatusCode);
        (response, _) = await silo.PostAsync("/epcis/events?carrier=ups", Event("e-2").ToJsonString(), "application/json", Silo.MarketKey);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task A_job_whose_parcels_cannot_be_reached_stays_open_and_its_events_are_there()
    {
        await using var silo = await Silo.StartAsync(settings: ("Ingest:Retries", "0"));
        silo.World.BeforeReceive = _ => throw new InvalidOperationException("A shipment that fails.");
        var (response, _) = await silo.PostAsync("/epcis/events?carrier=ups", Event("e-1").ToJsonString());
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Single(Events((await silo.GetAsync("/epcis/events")).Body));

        // Whoever comes next does it, once the claim has run out.
        silo.World.BeforeReceive = _ => ValueTask.CompletedTask;
        Assert.Equal(HttpStatusCode.NotFound, (await silo.GetAsync(Shipment)).Response.StatusCode);
        await silo.RecoverAsync();
        Assert.Single((await silo.GetAsync(Shipment)).Body.GetProperty("timeline").EnumerateArray());
        Assert.Empty(await silo.Events.ClaimAsync("test", long.MaxValue, long.MaxValue, 10, default));
    }

    [Theory]
    [InlineData("/epcis/events?MATCH_epc=urn:epc:idpat:sscc:*", 400)]
    [InlineData("/epcis/events?GE_eventTime=yesterday", 400)]
    [InlineData("/epcis/events?colour=red", 400)]
    [InlineData("/epcis/events?perPage=0", 400)]
    [InlineData("/epcis/events?nextPageToken=1.x.2", 400)]
    [InlineData("/epcis/capture?nextPageToken=x", 400)]
    [InlineData("/epcis/events/urn:none", 404)]
    [InlineData("/epcis/capture/none", 404)]
    [InlineData("/epcis/none", 404)]
    public async Task What_cannot_be_answered_is_a_problem(string path, int status)
    {
        await using var silo = await Silo.StartAsync();
        var (response, problem) = await silo.GetAsync(path);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.StartsWith("epcisException:", problem.GetProperty("type").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/epcis/capture", "{", "application/json", 400)]
    [InlineData("/epcis/capture", "[]", "application/json", 400)]
    [InlineData("/epcis/capture", "{}", "text/csv", 415)]
    [InlineData("/epcis/events", """{"type":"ObjectEvent","action":"OBSERVE"}""", "application/json", 400)]
    [InlineData("/epcis/events", """{"@context":[],"type":"EPCISDocument","schemaVersion":"2.0","creationDate":"2026-03-01T10:00:00Z","epcisBody":{"eventList":[]}}""", "application/json", 400)]
    public async Task What_is_no_document_is_refused(string path, string body, string contentType, int status)
    {
        await using var silo = await Silo.StartAsync();
        Assert.Equal(status, (int)(await silo.PostAsync(path, body, contentType)).Response.StatusCode);
    }

    [Fact]
    public async Task Each_fault_of_an_event_is_named_by_its_field()
    {
        await using var silo = await Silo.StartAsync();
        var (_, problem) = await silo.PostAsync("/epcis/events", """{"type":"ObjectEvent"}""", "application/json");
        var errors = problem.GetProperty("errors").EnumerateArray().ToList();
        Assert.Equal(["/eventTime", "/eventTimeZoneOffset", "/action", ""], errors.Select(e => e.GetProperty("field").GetString()));
        Assert.Equal("is missing", errors[0].GetProperty("message").GetString());
        Assert.Equal("/eventTime is missing", problem.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task OPTIONS_says_what_the_server_is()
    {
        await using var silo = await Silo.StartAsync();
        foreach (var path in new[] { "/epcis", "/epcis/capture", "/epcis/events", "/epcis/bizSteps", "/epcis/epcs/x/events" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Options, path);
            using var response = await silo.Client.SendAsync(request);
            Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
            Assert.Equal("5000", response.Headers.GetValues("GS1-EPCIS-Capture-Limit").Single());
        }

        using var old = new HttpRequestMessage(HttpMethod.Get, "/epcis/events");
        old.Headers.Add("GS1-EPCIS-Version", "1.2");
        Assert.Equal(HttpStatusCode.NotAcceptable, (await silo.SendAsync(old)).Response.StatusCode);
        Assert.Contains("events", Members((await silo.GetAsync("/epcis")).Body));
    }

    private static JsonObject Event(string id, string step = "departing") => new()
    {
        ["eventID"] = $"e:{id}",
        ["type"] = "ObjectEvent",
        ["action"] = "OBSERVE",
        ["eventTime"] = "2026-03-01T10:00:00Z",
        ["eventTimeZoneOffset"] = "+01:00",
        ["epcList"] = new JsonArray(Sscc),
        ["bizStep"] = step,
        ["ex:field"] = "kept",
    };

    private static JsonObject Broken() => new() { ["type"] = "ObjectEvent", ["action"] = "LOOK" };

    private static string Document(params JsonObject[] events) => new JsonObject
    {
        ["@context"] = new JsonArray("https://ref.gs1.org/standards/epcis/epcis-context.jsonld", new JsonObject { ["ex"] = "http://example.org/" }),
        ["type"] = "EPCISDocument",
        ["schemaVersion"] = "2.0",
        ["creationDate"] = "2026-03-01T11:00:00Z",
        ["epcisBody"] = new JsonObject { ["eventList"] = new JsonArray([.. events]) },
    }.ToJsonString();

    private static List<JsonElement> Events(JsonElement document) =>
        [.. document.GetProperty("epcisBody").GetProperty("queryResults").GetProperty("resultsBody").GetProperty("eventList").EnumerateArray()];

    private static IEnumerable<string> Members(JsonElement collection) => collection.GetProperty("member").EnumerateArray().Select(m => m.GetString()!);

    /// <summary>The job when its parcels know; asking again is the interface's own way of waiting.</summary>
    private static async Task<JsonElement> EndedAsync(Silo silo, Uri location)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            patience.Token.ThrowIfCancellationRequested();
            var (response, job) = await silo.GetAsync(location.OriginalString);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            if (!job.GetProperty("running").GetBoolean())
            {
                return job;
            }
        }
    }
}
