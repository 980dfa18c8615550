using System.Net;

namespace Tracking.Api.Tests;

/// <summary>Boxes through the partner API: what is said of them, and what is asked.</summary>
public sealed class ConsolidationTests
{
    private const string Scan = """{"carrier":"ups","number":"P1","id":"s-1","occurredAt":"2026-03-01T14:05:00Z","status":"in-transit-loaded",""";

    [Fact]
    public async Task A_scan_says_the_box_that_a_parcel_was_packed_into()
    {
        await using var silo = await Silo.StartAsync();
        var (response, _) = await silo.PostAsync("/v1/scans", Scan + "\"packedInto\":\"bag 1\"}");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("\"packedInto\":\"B1\",\"takenOutOf\":\"B2\"", "/takenOutOf")]
    [InlineData("\"packedInto\":\"p1\"", "/packedInto")]
    [InlineData("\"takenOutOf\":\"P 1\"", "/takenOutOf")]
    [InlineData("\"packedInto\":\"%\"", "/packedInto")]
    [InlineData("\"packedInto\":7", "/packedInto")]
    public async Task A_box_that_cannot_be_is_refused_with_its_field(string box, string field)
    {
        await using var silo = await Silo.StartAsync();
        var (response, body) = await silo.PostAsync("/v1/scans", Scan + box + "}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Contains(field, body.ToString());
    }

    [Theory]
    [InlineData("?limit=0", "limit")]
    [InlineData("?limit=1001", "limit")]
    [InlineData("?blocked=fly", "blocked")]
    [InlineData("?after=%25", "after")]
    public async Task A_question_about_a_box_that_cannot_be_understood_names_its_parameter(string query, string field)
    {
        await using var silo = await Silo.StartAsync();
        var (response, body) = await silo.GetAsync("/v1/consolidations/ups/BAG1" + query);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(field, body.ToString());
    }

    [Fact]
    public async Task A_box_that_nothing_is_in_has_no_members_and_only_its_carrier_and_authorities_may_ask()
    {
        await using var silo = await Silo.StartAsync(keys: true);
        var (response, body) = await silo.GetAsync("/v1/consolidations/ups/BAG1", Silo.CarrierKey);
        Assert.Equal((HttpStatusCode.OK, 0, 0), (response.StatusCode, body.GetProperty("members").GetInt32(), body.GetProperty("items").GetArrayLength()));
        Assert.Equal(HttpStatusCode.OK, (await silo.GetAsync("/v1/consolidations/ups/BAG1", Silo.CustomsKey)).Response.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await silo.GetAsync("/v1/consolidations/dhl/BAG1", Silo.CarrierKey)).Response.StatusCode);
    }
}
