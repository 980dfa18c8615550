using System.Net;
using System.Text.Json;
using Tracking.Formats.Json;
using Tracking.Silo.Api.Description;

namespace Tracking.Api.Tests;

/// <summary>What is answered to questions, and how the API describes itself.</summary>
public sealed class AnswerTests
{
    [Fact]
    public async Task A_shipment_is_shown_in_kebab_case_with_its_facts_as_they_are_sent()
    {
        await using var silo = await Silo.StartAsync();
        await silo.PostAsync("/v1/scans", Bodies.Scan("A/1"));
        foreach (var path in new[] { "/v1/shipments/UPS/a%2F1", "/v1/shipments/ups/A/1" })
        {
            var (_, view) = await silo.GetAsync(path);
            Assert.Equal(("A/1", "in-transit-departed"), (view.GetProperty("number").GetString(), view.GetProperty("status").GetString()));
            Assert.Equal("released-with-conditions", view.GetProperty("customs")[0].GetProperty("status").GetString());
            Assert.Equal("ipr-detention", view.GetProperty("holds")[0].GetProperty("kind").GetString());
            Assert.Equal("time-in-future", view.GetProperty("discrepancies")[0].GetProperty("kind").GetString());
            Assert.Equal("accepted", view.GetProperty("timeline")[0].GetProperty("fact").GetProperty("status").GetString());
            Assert.Equal("system", view.GetProperty("timeline")[0].GetProperty("by").GetProperty("role").GetString());
        }
    }

    [Fact]
    public async Task The_belt_gets_its_answer_with_reasons()
    {
        await using var silo = await Silo.StartAsync();
        var (response, answer) = await silo.GetAsync("/v1/clearance/ups/A1?for=in-bond");
        Assert.Equal((HttpStatusCode.OK, "no-store"), (response.StatusCode, response.Headers.CacheControl!.ToString()));
        Assert.Equal(("ups", "A1", "in-bond", "stop"), (answer.GetProperty("carrier").GetString(), answer.GetProperty("number").GetString(), answer.GetProperty("for").GetString(), answer.GetProperty("verdict").GetString()));
        Assert.Equal((2, 1, 30), (answer.GetProperty("pieces").GetInt32(), answer.GetProperty("piecesFree").GetInt32(), answer.GetProperty("reliableForSeconds").GetInt32()));
        var reason = answer.GetProperty("reasons")[0];
        Assert.Equal(("held-arrived", "us-cbp", "h-1", "P1"), (reason.GetProperty("row").GetString(), reason.GetProperty("liftedBy").GetString(), reason.GetProperty("hold").GetString(), reason.GetProperty("pieces")[0].GetString()));
    }

    [Fact]
    public async Task A_shipment_that_cannot_be_reached_is_unknown_to_the_belt()
    {
        await using var silo = await Silo.StartAsync();
        silo.World.BeforeRead = _ => throw new TimeoutException();
        var (response, answer) = await silo.GetAsync("/v1/clearance/ups/A1?for=leave");
        Assert.Equal((HttpStatusCode.OK, "unknown"), (response.StatusCode, answer.GetProperty("verdict").GetString()));
        Assert.Equal("not-fenced", answer.GetProperty("reasons")[0].GetProperty("row").GetString());
        using var shown = await silo.Client.GetAsync(new Uri("/v1/shipments/ups/A1", UriKind.Relative));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, TimeSpan.FromSeconds(1)), (shown.StatusCode, shown.Headers.RetryAfter!.Delta));
    }

    [Fact]
    public async Task A_thousand_numbers_are_answered_in_their_order()
    {
        await using var silo = await Silo.StartAsync();
        var (_, body) = await silo.PostAsync("/v1/clearance", JsonSerializer.Serialize(new { @for = "leave", numbers = Enumerable.Range(0, 1_000).Select(i => $"ups/N{i}") }));
        Assert.Equal(Enumerable.Range(0, 1_000).Select(i => $"N{i}"), body.GetProperty("answers").EnumerateArray().Select(a => a.GetProperty("number").GetString()));
    }

    [Fact]
    public async Task A_seller_is_shown_with_counts()
    {
        await using var silo = await Silo.StartAsync();
        var (_, view) = await silo.GetAsync("/v1/sellers/olist/s-9");
        Assert.Equal((3, 2), (view.GetProperty("counts").GetProperty("shipments").GetInt32(), view.GetProperty("counts").GetProperty("inTransit").GetInt32()));
    }

    [Fact]
    public async Task The_description_names_every_endpoint_with_bodies_and_problems()
    {
        await using var silo = await Silo.StartAsync();
        var (_, document) = await silo.GetAsync("/openapi/v1.json");
        var paths = document.GetProperty("paths");
        Assert.Equal(
            [
                "/v1/cases/{carrier}/{number}", "/v1/clearance", "/v1/clearance/{carrier}/{number}", "/v1/customs/air", "/v1/customs/notifications", "/v1/decisions", "/v1/dispatches", "/v1/edi", "/v1/epcis", "/v1/links", "/v1/links/verdicts", "/v1/manifests", "/v1/notices/{carrier}/{number}", "/v1/numbers/{number}",
                "/v1/orders", "/v1/orders/try", "/v1/orders/{owner}/{id}", "/v1/orders/{owner}/{id}/clear", "/v1/orders/{owner}/{id}/contest", "/v1/orders/{owner}/{id}/lift",
                "/v1/reports/{id}", "/v1/scans", "/v1/sellers", "/v1/sellers/{marketplace}/{account}", "/v1/sellers/{marketplace}/{account}/links", "/v1/shipments/{carrier}/{number}", "/v1/webhooks/{source}",
            ],
            paths.EnumerateObject().Select(p => p.Name).Where(name => name.StartsWith("/v1/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Equal(
            ["/epcis/bizLocations", "/epcis/bizSteps", "/epcis/capture", "/epcis/capture/{id}", "/epcis/dispositions", "/epcis/epcs", "/epcis/eventTypes", "/epcis/events", "/epcis/events/{id}", "/epcis/readPoints"],
            paths.EnumerateObject().Select(p => p.Name).Where(name => name.StartsWith("/epcis/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        var scans = paths.GetProperty("/v1/scans").GetProperty("post");
        Assert.Equal(["application/json", "application/x-ndjson"], scans.GetProperty("requestBody").GetProperty("content").EnumerateObject().Select(c => c.Name));
        Assert.True(scans.GetProperty("responses").TryGetProperty("429", out _));
        foreach (var operation in paths.EnumerateObject().SelectMany(p => p.Value.EnumerateObject()))
        {
            Assert.False(string.IsNullOrEmpty(operation.Value.GetProperty("summary").GetString()));
            Assert.False(string.IsNullOrEmpty(operation.Value.GetProperty("description").GetString()));
            Assert.Equal(
                System.Text.RegularExpressions.Regex.Count(paths.EnumerateObject().First(p => p.Value.EnumerateObject().Any(o => o.NameEquals(operation.Name) && o.Value.ToString() == operation.Value.ToString())).Name, "{"),
                operation.Value.TryGetProperty("parameters", out var parameters) ? parameters.EnumerateArray().Count(p => p.GetProperty("in").GetString() == "path") : 0);
        }
    }

    [Fact]
    public async Task The_reference_page_asks_no_other_host()
    {
        await using var silo = await Silo.StartAsync();
        var page = await silo.Client.GetStringAsync(new Uri("/reference", UriKind.Relative));
        Assert.DoesNotContain("https://", page, StringComparison.Ordinal);
        var script = System.Text.RegularExpressions.Regex.Match(page, "src=\"([^\"]*scalar\\.js)\"").Groups[1].Value;
        using var response = await silo.Client.GetAsync(new Uri(new Uri(silo.Address, "/reference/"), script));
        Assert.Equal((HttpStatusCode.OK, "text/javascript"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public void Facts_are_described_with_the_fields_that_their_readers_know_and_examples_that_they_read()
    {
        foreach (var reader in new FactReader[] { ScanJson.Instance, ManifestJson.Instance, DispatchJson.Instance, DecisionJson.Instance })
        {
            Assert.Equal(reader.Fields.Order(StringComparer.Ordinal), FactShapes.Of(reader).Properties!.Keys.Order(StringComparer.Ordinal));
            var reading = reader.Read(System.Text.Encoding.UTF8.GetBytes(FactShapes.ExampleOf(reader)), default);
            Assert.Empty(reading.Complaints);
        }
    }
}
