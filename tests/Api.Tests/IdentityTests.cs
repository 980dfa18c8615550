using System.Net;
using System.Text.Json;
using Tracking.Silo.Api.Identity;

namespace Tracking.Api.Tests;

/// <summary>Sellers who may be one, at the door: who is told what, what is refused and why.</summary>
public sealed class IdentityTests
{
    private static readonly (string, string) Key = ("Identity:Keys:0", Convert.ToBase64String(new byte[32]));

    [Fact]
    public async Task A_seller_who_comes_back_is_linked_shown_to_authorities_and_judged()
    {
        await using var silo = await Silo.StartAsync(keys: true, Key);
        var (response, known) = await silo.PostAsync("/v1/sellers", Seller("olist", "s-1", "Brightway Trading"), key: Silo.MarketKey);
        Assert.Equal((HttpStatusCode.OK, false), (response.StatusCode, known.TryGetProperty("links", out _)));
        (_, var again) = await silo.PostAsync("/v1/sellers", Seller("wharf", "s-2", "Jade Harvest Outlet"), key: Silo.CustomsKey);
        var link = Assert.Single(again.GetProperty("links").EnumerateArray());
        Assert.Equal(("linked", "phone"), (link.GetProperty("state").GetString(), link.GetProperty("evidence")[0].GetProperty("what").GetString()));

        (_, var shown) = await silo.GetAsync("/v1/sellers/olist/s-1/links", Silo.CustomsKey);
        Assert.Equal(["wharf/s-2"], shown.GetProperty("sameAs").EnumerateArray().Select(s => s.GetString()));
        Assert.Equal(HttpStatusCode.Forbidden, (await silo.GetAsync("/v1/sellers/olist/s-1/links", Silo.MarketKey)).Response.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await silo.GetAsync("/v1/links", Silo.MarketKey)).Response.StatusCode);
        Assert.Single((await silo.GetAsync("/v1/links?state=linked", Silo.CustomsKey)).Body.GetProperty("links").EnumerateArray());

        Assert.Equal(HttpStatusCode.Conflict, (await silo.PostAsync("/v1/links/verdicts", Verdict(7), key: Silo.CustomsKey)).Response.StatusCode);
        (response, var judged) = await silo.PostAsync("/v1/links/verdicts", Verdict(1), key: Silo.CustomsKey);
        Assert.Equal((HttpStatusCode.OK, "refuted"), (response.StatusCode, judged.GetProperty("state").GetString()));
        Assert.Equal(["linked", "refuted"], judged.GetProperty("changes").EnumerateArray().Select(c => c.GetProperty("state").GetString()));
        Assert.Empty((await silo.GetAsync("/v1/sellers/olist/s-1/links", Silo.CustomsKey)).Body.GetProperty("sameAs").EnumerateArray());
    }

    [Theory]
    [InlineData("""{"marketplace":"olist","account":"s-1","phones":["call me"]}""", "/phones/0")]
    [InlineData("""{"marketplace":"olist","account":"s-1","emails":["a@b.example","nobody"]}""", "/emails/1")]
    [InlineData("""{"marketplace":"olist"}""", "/account")]
    [InlineData("""{"marketplace":"olist","account":"s-1","colour":"red"}""", "/colour")]
    [InlineData("""{"marketplace":"olist","account":"s-1","names":[]}""", "/names")]
    public async Task What_is_wrong_is_named_with_its_field(string body, string field)
    {
        await using var silo = await Silo.StartAsync(keys: false, Key);
        var (response, problem) = await silo.PostAsync("/v1/sellers", body);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Contains(field, problem.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("field").GetString()));
    }

    [Fact]
    public async Task Another_marketplaces_seller_is_none_of_his_business_and_without_a_key_nothing_is_taken()
    {
        await using var silo = await Silo.StartAsync(keys: true, Key);
        Assert.Equal(HttpStatusCode.Forbidden, (await silo.PostAsync("/v1/sellers", Seller("wharf", "s-2", "x"), key: Silo.MarketKey)).Response.StatusCode);
        await using var open = await Silo.StartAsync();
        Assert.Equal(HttpStatusCode.Conflict, (await open.PostAsync("/v1/sellers", Seller("olist", "s-1", "x"))).Response.StatusCode);
    }

    [Theory]
    [InlineData("2001:db8:1:2::7", "2001:db8:1:2:ffff::1", true)]
    [InlineData("00-1b-44-11-3a-b7", "00:1B:44:11:3A:B7", true)]
    [InlineData("192.0.2.7", "::ffff:192.0.2.7", true)]
    [InlineData("192.0.2.7", "192.0.2.8", false)]
    public void Networks_that_are_the_same_have_one_form(string left, string right, bool same) =>
        Assert.Equal(same, NetworkText.Normalise(left)! == NetworkText.Normalise(right)!);

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [InlineData("somewhere")]
    public void What_says_nothing_of_a_network_is_none(string text) => Assert.Null(NetworkText.Normalise(text));

    private static string Seller(string marketplace, string account, string name) =>
        JsonSerializer.Serialize(new { marketplace, account, country = "CN", names = new[] { name }, phones = new[] { "138 0013 8000" } });

    private static string Verdict(int version) => JsonSerializer.Serialize(new { sellers = new[] { "wharf/s-2", "olist/s-1" }, verdict = "refute", version, reason = "two tenants" });
}
