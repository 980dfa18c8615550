using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Options;

namespace Tracking.Api.Tests;

/// <summary>Who may speak for whom, and who may ask about what.</summary>
public sealed class PartnerTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("wrong")]
    [InlineData("key-of-the-carrier-upS")]
    public async Task Without_a_key_that_is_known_nothing_is_answered(string? key)
    {
        await using var silo = await Silo.StartAsync(keys: true);
        foreach (var path in new[] { "/v1/shipments/ups/A1", "/v1/clearance/ups/A1?for=leave", "/v1/sellers/olist/s-1", "/v1/reports/0123456789abcdef0123456789abcdef" })
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await silo.GetAsync(path, key)).Response.StatusCode);
        }

        var (response, problem) = await silo.PostAsync("/v1/scans", Bodies.Scan(), key: key);
        Assert.Equal((HttpStatusCode.Unauthorized, "Bearer"), (response.StatusCode, response.Headers.WwwAuthenticate.ToString()));
        Assert.Contains("X-Api-Key", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, silo.World.Received);
    }

    [Fact]
    public async Task A_key_may_come_as_bearer_token()
    {
        await using var silo = await Silo.StartAsync(keys: true);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/shipments/ups/A1");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Silo.CarrierKey);
        Assert.Equal(HttpStatusCode.NotFound, (await silo.SendAsync(request)).Response.StatusCode);
    }

    [Fact]
    public async Task A_fact_in_anothers_name_is_refused_by_itself()
    {
        await using var silo = await Silo.StartAsync(keys: true);
        var (response, answer) = await silo.PostAsync("/v1/scans", Bodies.Array([Bodies.Scan(), Bodies.Scan(carrier: "dhl"), Bodies.Scan("B1")]), key: Silo.CarrierKey);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal((2, 1), (answer.GetProperty("accepted").GetInt32(), answer.GetProperty("rejected").GetInt32()));
        var refused = answer.GetProperty("items")[1];
        Assert.Equal("not-entitled", refused.GetProperty("reason").GetString());
        var complaint = refused.GetProperty("complaints")[0];
        Assert.Contains("dhl", complaint.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Contains("carriers: ups; authorities: none; marketplaces: none", complaint.GetProperty("remedy").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/v1/decisions", Silo.CustomsKey, 200)]
    [InlineData("/v1/decisions", Silo.CarrierKey, 403)]
    [InlineData("/v1/dispatches", Silo.MarketKey, 200)]
    [InlineData("/v1/dispatches", Silo.CarrierKey, 403)]
    [InlineData("/v1/manifests", Silo.CarrierKey, 200)]
    [InlineData("/v1/manifests", Silo.MarketKey, 403)]
    [InlineData("/v1/scans", Silo.CustomsKey, 403)]
    public async Task Each_speaks_for_itself_alone(string path, string key, int status)
    {
        await using var silo = await Silo.StartAsync(keys: true);
        var body = path switch { "/v1/decisions" => Bodies.Decision(), "/v1/dispatches" => Bodies.Dispatch, "/v1/manifests" => Bodies.Manifest, _ => Bodies.Scan() };
        Assert.Equal(status, (int)(await silo.PostAsync(path, body, key: key)).Response.StatusCode);
    }

    [Fact]
    public async Task A_carrier_places_its_own_hold()
    {
        await using var silo = await Silo.StartAsync(keys: true);
        Assert.Equal(HttpStatusCode.OK, (await silo.PostAsync("/v1/decisions", Bodies.Decision("ups"), key: Silo.CarrierKey)).Response.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await silo.PostAsync("/v1/decisions", Bodies.Decision("dhl", "dhl"), key: Silo.CarrierKey)).Response.StatusCode);
    }

    [Theory]
    [InlineData("/v1/shipments/ups/A1", Silo.CarrierKey, 404)]
    [InlineData("/v1/shipments/ups/A1", Silo.CustomsKey, 404)]
    [InlineData("/v1/shipments/ups/A1", Silo.MarketKey, 403)]
    [InlineData("/v1/shipments/dhl/A1", Silo.CarrierKey, 403)]
    [InlineData("/v1/clearance/ups/A1?for=leave", Silo.CarrierKey, 200)]
    [InlineData("/v1/clearance/dhl/A1?for=leave", Silo.CarrierKey, 403)]
    [InlineData("/v1/sellers/olist/s-1", Silo.MarketKey, 200)]
    [InlineData("/v1/sellers/olist/s-1", Silo.CarrierKey, 403)]
    public async Task Each_asks_about_its_own_and_authorities_about_all(string path, string key, int status)
    {
        await using var silo = await Silo.StartAsync(keys: true);
        Assert.Equal(status, (int)(await silo.GetAsync(path, key)).Response.StatusCode);
    }

    [Fact]
    public async Task Restricted_reasons_are_for_authorities()
    {
        await using var silo = await Silo.StartAsync(keys: true);
        await silo.PostAsync("/v1/scans", Bodies.Scan(), key: Silo.CarrierKey);
        Assert.Contains("secret", (await silo.GetAsync("/v1/shipments/ups/A1", Silo.CustomsKey)).Body.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", (await silo.GetAsync("/v1/shipments/ups/A1", Silo.CarrierKey)).Body.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_answers_for_ones_own_and_names_the_others()
    {
        await using var silo = await Silo.StartAsync(keys: true);
        var (_, body) = await silo.PostAsync("/v1/clearance", """{"for":"leave","numbers":["ups/A1","dhl/A1",{"carrier":"ups","number":"b 1"},"nothing",7]}""", key: Silo.CarrierKey);
        var answers = body.GetProperty("answers").EnumerateArray().ToArray();
        Assert.Equal([true, false, true, false, false], answers.Select(a => a.TryGetProperty("verdict", out _)));
        Assert.Equal("B1", answers[2].GetProperty("number").GetString());
        Assert.Equal(["/numbers/1", "/numbers/3", "/numbers/4"], answers.Where(a => a.TryGetProperty("errors", out _)).Select(a => a.GetProperty("errors")[0].GetProperty("field").GetString()));
    }

    [Theory]
    [InlineData("Partners:0:keySha256", "abc", "Partners:0:keySha256 has 3 characters")]
    [InlineData("Partners:0:name", "U P S", "Partners:0:name is 'U P S'")]
    [InlineData("Partners:0:name", "embedded", "not 'embedded'")]
    [InlineData("Partners:0:role", "king", "Partners:0:role is 'king'")]
    [InlineData("Partners:0:carriers:0", "u/ps", "Partners:0:carriers:0 is 'u/ps'")]
    [InlineData("Partners:0:colour", "red", "Partners:0:colour is not known")]
    [InlineData("Partners:0:key", "a-key-beside-the-hash", "either keySha256 or key")]
    [InlineData("Partners:Closed", "true", "Partners:Closed is not known")]
    [InlineData("Partners:Open", "perhaps", "Partners:Open is 'perhaps'")]
    [InlineData("Ingest:FactsInFlight", "5", "FactsInFlight")]
    [InlineData("Reports:Hours", "0", "Hours")]
    public async Task Settings_that_cannot_be_meant_so_stop_the_start(string key, string value, string message)
    {
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => Silo.StartAsync(keys: true, (key, value)));
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_partners_never_share_a_key()
    {
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => Silo.StartAsync(
            settings: [("Partners:0:name", "a"), ("Partners:0:key", "one-key-for-both-of-us"), ("Partners:1:name", "b"), ("Partners:1:key", "one-key-for-both-of-us")]));
        Assert.Contains("same as that of Partners:0", exception.Message, StringComparison.Ordinal);
    }
}
