using System.Net;
using Tracking.Contracts.Notices;

namespace Tracking.Api.Tests;

/// <summary>Notices that an authority issues, the log of what was disclosed, and discrepancies that are closed.</summary>
public sealed class NoticeTests
{
    private const string Path = "/v1/notices/ups/1Z999AA10123456784";
    private const string Closing = "/v1/discrepancies/ups/1Z999AA10123456784";

    private const string Disclosure =
        """{"authority":"us-cbp","hold":"h-1","kind":"disclosure","revision":3,"reference":"D-1","recipient":"Brand Inc.","fields":["port-of-entry"],"officer":{"name":"J. Doe"}}""";

    [Fact]
    public async Task A_notice_reaches_the_shipment_with_reference_recipient_and_officer_and_answers_what_was_disclosed()
    {
        await using var silo = await Silo.StartAsync(keys: true);
        NoticeRequest? seen = null;
        silo.World.Issue = request =>
        {
            seen = request;
            return new NoticeReply(true, new DisclosureView("disclosure", "right-holder", "Brand Inc.", "with-notice", ["port-of-entry"], "D-1", "J. Doe of us-cbp", DateTimeOffset.UnixEpoch));
        };
        var (response, body) = await silo.PostAsync(Path, Disclosure, key: Silo.CustomsKey);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("Brand Inc.", body.GetProperty("recipient").GetString());
        Assert.Equal(("disclosure", 3L, "D-1", "J. Doe", "us-cbp"), (seen!.Kind, seen.Revision, seen.Reference, seen.By.Name, seen.By.Organisation));
        Assert.Equal(["port-of-entry"], seen.Fields.AsEnumerable());
    }

    [Theory]
    [InlineData("stale", HttpStatusCode.Conflict)]
    [InlineData("reference-used", HttpStatusCode.Conflict)]
    [InlineData("not-in-this-role", HttpStatusCode.Forbidden)]
    [InlineData("redacted", HttpStatusCode.UnprocessableEntity)]
    [InlineData("reference-missing", HttpStatusCode.UnprocessableEntity)]
    public async Task A_refusal_says_why_and_what_would_be_possible(string refusal, HttpStatusCode status)
    {
        await using var silo = await Silo.StartAsync(keys: true);
        silo.World.Issue = _ => new NoticeReply(true, null, refusal, "Why, and what would be possible.");
        var (response, body) = await silo.PostAsync(Path, Disclosure, key: Silo.CustomsKey);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal($"urn:tracking:problem:notice-{refusal}", body.GetProperty("type").GetString());
        Assert.Equal("Why, and what would be possible.", body.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task Only_the_authority_issues_and_reads_the_log()
    {
        await using var silo = await Silo.StartAsync(keys: true);
        Assert.Equal(HttpStatusCode.Forbidden, (await silo.PostAsync(Path, Disclosure, key: Silo.CarrierKey)).Response.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await silo.PostAsync(Path, Disclosure, key: Silo.CustomsKey)).Response.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await silo.GetAsync("/v1/disclosures/ups/1Z999AA10123456784?authority=us-cbp", Silo.MarketKey)).Response.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await silo.GetAsync("/v1/disclosures/ups/1Z999AA10123456784?authority=us-cbp", Silo.CustomsKey)).Response.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await silo.GetAsync("/v1/disclosures/ups/1Z999AA10123456784", Silo.CustomsKey)).Response.StatusCode);
    }

    [Theory]
    [InlineData("""{"authority":"us-cbp"}""", "/hold", "/kind", "/revision", "/officer")]
    [InlineData("""{"authority":"us-cbp","hold":"h","kind":"rumour","revision":1,"fields":["secrets"],"officer":{"name":"x"}}""", "/kind", "/fields")]
    public async Task What_is_wrong_is_named_field_by_field(string body, params string[] fields)
    {
        await using var silo = await Silo.StartAsync();
        var (response, problem) = await silo.PostAsync(Path, body);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal(fields, problem.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("field").GetString()));
    }

    [Theory]
    [InlineData("?authority=us-cbp&hold=h-1&kind=seizure&to=carrier", "to")]
    [InlineData("?authority=us-cbp&hold=h-1&kind=rumour", "kind")]
    [InlineData("?authority=us-cbp&hold=h-1", "to")]
    public async Task A_draft_of_what_is_no_notice_is_refused(string query, string field)
    {
        await using var silo = await Silo.StartAsync();
        var (response, problem) = await silo.GetAsync(Path + query);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(field, problem.GetProperty("errors")[0].GetProperty("field").GetString());
    }

    [Fact]
    public async Task A_discrepancy_is_closed_by_a_named_officer_with_a_reason()
    {
        const string Close = """{"authority":"us-cbp","kind":"time-in-future","fact":"f","reason":"clock mended","officer":{"name":"J. Doe"}}""";
        await using var silo = await Silo.StartAsync(keys: true);
        var (response, body) = await silo.PostAsync(Closing, Close, key: Silo.CustomsKey);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(("time-in-future", "clock mended"), (body.GetProperty("kind").GetString(), body.GetProperty("closedFor").GetString()));
        Assert.Equal(HttpStatusCode.Forbidden, (await silo.PostAsync(Closing, Close, key: Silo.CarrierKey)).Response.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await silo.PostAsync(Closing, Close.Replace("\"f\"", "\"g\""), key: Silo.CustomsKey)).Response.StatusCode);
        var (missing, problem) = await silo.PostAsync(Closing, """{"authority":"us-cbp","kind":"time-in-future","fact":"f","officer":{"name":"J. Doe"}}""", key: Silo.CustomsKey);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, missing.StatusCode);
        Assert.Equal("/reason", problem.GetProperty("errors")[0].GetProperty("field").GetString());
    }
}
