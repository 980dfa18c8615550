using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tracking.Journal;

namespace Tracking.Api.Tests;

/// <summary>Standing orders at the door: who may place what, what is refused and why, who sees which.</summary>
public sealed class OrderTests
{
    [Fact]
    public async Task An_order_is_placed_shown_lifted_and_the_same_again_changes_nothing()
    {
        await using var silo = await Silo.StartAsync(keys: true);
        var (response, placed) = await silo.PostAsync("/v1/orders", Order(), key: Silo.CustomsKey);
        Assert.Equal((HttpStatusCode.Created, 1), (response.StatusCode, placed.GetProperty("epoch").GetInt32()));
        Assert.True(placed.GetProperty("inForceAfterMilliseconds").GetDouble() >= 0);
        (response, placed) = await silo.PostAsync("/v1/orders", Order(), key: Silo.CustomsKey);
        Assert.Equal((HttpStatusCode.Created, 1), (response.StatusCode, placed.GetProperty("epoch").GetInt32()));
        (response, var refused) = await silo.PostAsync("/v1/orders", Order(o => o["confidence"] = 81), key: Silo.CustomsKey);
        Assert.Equal((HttpStatusCode.Conflict, "urn:tracking:problem:same-id-other-content"), (response.StatusCode, refused.GetProperty("type").GetString()));

        (_, var view) = await silo.GetAsync("/v1/orders/us-cbp/case-17", Silo.CustomsKey);
        Assert.Equal(("standing", "hold", "TLP:AMBER"), (view.GetProperty("state").GetString(), view.GetProperty("effect").GetString(), view.GetProperty("sharing").GetString()));
        Assert.Equal("s-1", view.GetProperty("matches").GetProperty("seller").GetProperty("account").GetString());
        Assert.Equal((0, 0, false), (view.GetProperty("sweep").GetProperty("matched").GetInt32(), view.GetProperty("sweep").GetProperty("written").GetInt32(), view.GetProperty("sweep").GetProperty("done").GetBoolean()));

        (response, var lifted) = await silo.PostAsync("/v1/orders/us-cbp/case-17/lift", "", key: Silo.CustomsKey);
        Assert.Equal((HttpStatusCode.OK, 2), (response.StatusCode, lifted.GetProperty("epoch").GetInt32()));
        (response, lifted) = await silo.PostAsync("/v1/orders/us-cbp/case-17/lift", """{"reason":"again"}""", key: Silo.CustomsKey);
        Assert.Equal((HttpStatusCode.OK, 2), (response.StatusCode, lifted.GetProperty("epoch").GetInt32()));
        (_, view) = await silo.GetAsync("/v1/orders/us-cbp/case-17", Silo.CustomsKey);
        Assert.Equal(["placed", "lifted"], view.GetProperty("changes").EnumerateArray().Select(c => c.GetProperty("kind").GetString()));
    }

    [Theory]
    [InlineData("hold", "us-cbp", Silo.CustomsKey, 201)]
    [InlineData("hold", "olist", Silo.MarketKey, 403)]
    [InlineData("hold", "us-cbp", Silo.MarketKey, 403)]
    [InlineData("stop", "ups", Silo.CarrierKey, 201)]
    [InlineData("stop", "olist", Silo.MarketKey, 403)]
    [InlineData("refer", "olist", Silo.MarketKey, 201)]
    [InlineData("refer", "ups", Silo.CarrierKey, 403)]
    [InlineData("watch", "ups", Silo.CarrierKey, 201)]
    [InlineData("watch", "dhl", Silo.CarrierKey, 403)]
    public async Task Each_places_what_it_is_entitled_to(string effect, string owner, string key, int status)
    {
        await using var silo = await Silo.StartAsync(keys: true);
        Assert.Equal(status, (int)(await silo.PostAsync("/v1/orders", Order(o => (o["effect"], o["owner"]) = (effect, owner)), key: key)).Response.StatusCode);
    }

    [Theory]
    [InlineData("owner", null, "/owner")]
    [InlineData("owner", "\"a b\"", "/owner")]
    [InlineData("id", "\"a/b\"", "/id")]
    [InlineData("effect", "\"seize\"", "/effect")]
    [InlineData("matches", "{}", "/matches")]
    [InlineData("matches", "{\"route\":{}}", "/matches")]
    [InlineData("matches", "{\"words\":[]}", "/matches/words")]
    [InlineData("matches", "{\"words\":[\"...\"]}", "/matches/words")]
    [InlineData("matches", "{\"hs\":\"420\"}", "/matches/hs")]
    [InlineData("matches", "{\"brand\":7}", "/matches/brand")]
    [InlineData("matches", "{\"colour\":\"red\"}", "/matches/colour")]
    [InlineData("matches", "{\"seller\":{\"marketplace\":\"olist\"}}", "/matches/seller/account")]
    [InlineData("matches", "{\"valuePerKilogram\":{\"currency\":\"USD\",\"above\":0}}", "/matches/valuePerKilogram/above")]
    [InlineData("matches", "{\"route\":{\"from\":\"CHN\"}}", "/matches/route/from")]
    [InlineData("sharing", "\"AMBER\"", "/sharing")]
    [InlineData("confidence", "101", "/confidence")]
    [InlineData("expiresAt", "\"2020-01-01T00:00:00Z\"", "/expiresAt")]
    [InlineData("expiresAt", "\"2099-01-01\"", "/expiresAt")]
    [InlineData("reason", null, "/reason")]
    [InlineData("source", "\"\"", "/source")]
    [InlineData("colour", "\"red\"", "/colour")]
    public async Task What_is_wrong_is_named_with_its_field(string field, string? json, string path)
    {
        await using var silo = await Silo.StartAsync();
        var (response, problem) = await silo.PostAsync("/v1/orders", Order(o =>
        {
            o.Remove(field);
            if (json is not null)
            {
                o[field] = JsonNode.Parse(json);
            }
        }));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var errors = problem.GetProperty("errors").EnumerateArray().ToList();
        Assert.Contains(path, errors.Select(e => e.GetProperty("field").GetString()));
        Assert.All(errors, e => Assert.NotEmpty(e.GetProperty("remedy").GetString()!));
    }

    [Theory]
    [InlineData("watch")]
    [InlineData("refer")]
    [InlineData("stop")]
    public async Task What_is_no_authoritys_hold_must_run_out(string effect)
    {
        await using var silo = await Silo.StartAsync();
        var (response, problem) = await silo.PostAsync("/v1/orders", Order(o =>
        {
            o["effect"] = effect;
            o.Remove("expiresAt");
        }));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "/expiresAt"), (response.StatusCode, problem.GetProperty("errors")[0].GetProperty("field").GetString()));
        Assert.Equal(HttpStatusCode.Created, (await silo.PostAsync("/v1/orders", Order(o => o.Remove("expiresAt")))).Response.StatusCode);
    }

    [Fact]
    public async Task A_silent_order_is_nobodys_business_but_its_owners_and_authorities()
    {
        await using var silo = await Silo.StartAsync(keys: true);
        await silo.PostAsync("/v1/orders", Order(o => (o["effect"], o["sharing"]) = ("watch", "TLP:CLEAR")), key: Silo.CustomsKey);
        Assert.Equal(HttpStatusCode.NotFound, (await silo.GetAsync("/v1/orders/us-cbp/case-17", Silo.MarketKey)).Response.StatusCode);
        Assert.Empty((await silo.GetAsync("/v1/orders", Silo.MarketKey)).Body.GetProperty("orders").EnumerateArray());
        Assert.Equal(HttpStatusCode.NotFound, (await silo.PostAsync("/v1/orders/us-cbp/case-17/contest", """{"reason":"no"}""", key: Silo.MarketKey)).Response.StatusCode);
        Assert.Single((await silo.GetAsync("/v1/orders?owner=us-cbp&standing=true", Silo.CustomsKey)).Body.GetProperty("orders").EnumerateArray());
    }

    [Fact]
    public async Task An_objection_is_recorded_and_shown_and_changes_nothing_else()
    {
        await using var silo = await Silo.StartAsync(keys: true);
        await silo.PostAsync("/v1/orders", Order(), key: Silo.CustomsKey);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await silo.PostAsync("/v1/orders/us-cbp/case-17/contest", "{}", key: Silo.MarketKey)).Response.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await silo.PostAsync("/v1/orders/us-cbp/case-17/contest", """{"reason":"The seller is licensed"}""", key: Silo.MarketKey)).Response.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await silo.PostAsync("/v1/orders/us-cbp/case-17/lift", "{}", key: Silo.MarketKey)).Response.StatusCode);
        var (_, view) = await silo.GetAsync("/v1/orders/us-cbp/case-17", Silo.CustomsKey);
        var objection = view.GetProperty("changes")[1];
        Assert.Equal(("contested", "olist", "The seller is licensed"), (objection.GetProperty("kind").GetString(), objection.GetProperty("by").GetString(), objection.GetProperty("reason").GetString()));
        Assert.Equal("standing", view.GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_clearing_names_shipment_and_epoch()
    {
        await using var silo = await Silo.StartAsync(keys: true);
        await silo.PostAsync("/v1/orders", Order(), key: Silo.CustomsKey);
        const string path = "/v1/orders/us-cbp/case-17/clear";
        Assert.Equal(HttpStatusCode.OK, (await silo.PostAsync(path, """{"carrier":"ups","number":"1Z1","epoch":1,"reason":"genuine"}""", key: Silo.CustomsKey)).Response.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await silo.PostAsync(path, """{"carrier":"ups","number":"1Z1","epoch":2,"reason":"genuine"}""", key: Silo.CustomsKey)).Response.StatusCode);
        var (response, problem) = await silo.PostAsync(path, """{"carrier":"ups","number":"?","reason":"genuine"}""", key: Silo.CustomsKey);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal(["/epoch", "/number"], problem.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("field").GetString()).Order());
        await silo.PostAsync("/v1/orders/us-cbp/case-17/lift", "{}", key: Silo.CustomsKey);
        Assert.Equal(HttpStatusCode.Conflict, (await silo.PostAsync(path, """{"carrier":"ups","number":"1Z2","epoch":1,"reason":"genuine"}""", key: Silo.CustomsKey)).Response.StatusCode);
    }

    [Fact]
    public async Task A_list_is_walked_page_by_page()
    {
        await using var silo = await Silo.StartAsync();
        for (var i = 0; i < 5; i++)
        {
            await silo.PostAsync("/v1/orders", Order(o => o["id"] = $"o{i}"));
        }

        var (_, first) = await silo.GetAsync("/v1/orders?seller=olist/s-1&limit=3");
        var (_, second) = await silo.GetAsync($"/v1/orders?seller=olist/s-1&limit=3&after={first.GetProperty("next").GetString()}");
        Assert.Equal(["o4", "o3", "o2", "o1", "o0"], first.GetProperty("orders").EnumerateArray().Concat(second.GetProperty("orders").EnumerateArray()).Select(o => o.GetProperty("id").GetString()));
        Assert.False(second.TryGetProperty("next", out _));
        Assert.Equal(HttpStatusCode.BadRequest, (await silo.GetAsync("/v1/orders?limit=0&standing=maybe")).Response.StatusCode);
    }

    [Fact]
    public async Task An_order_is_tried_by_whom_may_place_it()
    {
        await using var silo = await Silo.StartAsync(keys: true);
        const string body = """{"owner":"us-cbp","effect":"hold","matches":{"brand":"Rolax"},"days":30}""";
        var (response, trial) = await silo.PostAsync("/v1/orders/try", body, key: Silo.CustomsKey);
        Assert.Equal((HttpStatusCode.OK, 30, 7, true), (response.StatusCode, trial.GetProperty("looked").GetInt32(), trial.GetProperty("matched").GetInt32(), trial.GetProperty("complete").GetBoolean()));
        Assert.Equal(HttpStatusCode.Forbidden, (await silo.PostAsync("/v1/orders/try", body, key: Silo.MarketKey)).Response.StatusCode);
        (response, var problem) = await silo.PostAsync("/v1/orders/try", """{"owner":"us-cbp","effect":"hold","matches":{},"days":91}""", key: Silo.CustomsKey);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal(["/days", "/matches"], problem.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("field").GetString()).Order());
    }

    [Theory]
    [InlineData("", 422)]
    [InlineData("[]", 422)]
    [InlineData("{", 400)]
    [InlineData("{\"id\":1,\"id\":2}", 400)]
    [InlineData("{\"reason\":\"\\ud800\"}", 422)]
    public async Task A_body_that_is_no_order_is_no_fault_of_the_server(string body, int status)
    {
        await using var silo = await Silo.StartAsync();
        Assert.Equal(status, (int)(await silo.PostAsync("/v1/orders", body)).Response.StatusCode);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await silo.PostAsync("/v1/orders", body, "text/plain")).Response.StatusCode);
    }

    [Fact]
    public async Task Where_the_journal_cannot_be_reached_the_same_may_be_sent_again()
    {
        await using var silo = await Silo.StartAsync();
        silo.Orders.Fault = new JournalUnavailableException("away", new IOException());
        using var content = new StringContent(Order(), System.Text.Encoding.UTF8, "application/json");
        using var response = await silo.Client.PostAsync("/v1/orders", content);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "2"), (response.StatusCode, response.Headers.RetryAfter?.ToString()));
        silo.Orders.Fault = null;
        Assert.Equal(HttpStatusCode.Created, (await silo.PostAsync("/v1/orders", Order())).Response.StatusCode);
    }

    private static string Order(Action<JsonObject>? change = null)
    {
        var order = JsonNode.Parse("""
            {"owner":"us-cbp","id":"case-17","effect":"hold","matches":{"seller":{"marketplace":"olist","account":"s-1"}},
             "reason":"Counterfeit handbags","source":"seizures of March","sharing":"TLP:AMBER","confidence":80,"expiresAt":"2099-01-01T00:00:00Z"}
            """)!.AsObject();
        change?.Invoke(order);
        return order.ToJsonString();
    }
}
