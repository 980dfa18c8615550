using System.Net;
using Tracking.Contracts.Cases;

namespace Tracking.Api.Tests;

/// <summary>Commands on cases, as an authority's system sends them.</summary>
public sealed class CaseTests
{
    private const string Path = "/v1/cases/ups/1Z999AA10123456784";

    private const string Release =
        """{"authority":"us-cbp","hold":"h-1","action":"order-exam","revision":3,"reason":"because","officer":{"name":"J. Doe","role":"supervisor"},"evidence":[{"name":"a.jpg","mediaType":"image/jpeg","bytes":12,"sha256":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}]}""";

    private static readonly CaseView View = new() { Hold = "h-1", Authority = "us-cbp", Stage = "detained", Revision = 4, Options = [new CaseOption("release", "release", "released", "officer", ["reason"])] };

    [Fact]
    public async Task A_command_reaches_the_case_with_its_officer_and_evidence_and_answers_the_case_after_it()
    {
        await using var silo = await Silo.StartAsync(keys: true);
        CaseRequest? seen = null;
        silo.World.Decide = request =>
        {
            seen = request;
            return new CaseReply(View);
        };
        var (response, body) = await silo.PostAsync(Path, Release, key: Silo.CustomsKey);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(4, body.GetProperty("revision").GetInt64());
        Assert.Equal(("order-exam", 3L, "us-cbp", "J. Doe", "Supervisor"), (seen!.Action, seen.Revision, seen.By.Organisation, seen.By.Name, seen.By.Role.ToString()));
        Assert.Equal(new string('a', 64), seen.Evidence.Single().Sha256);
    }

    [Theory]
    [InlineData("stale", HttpStatusCode.Conflict)]
    [InlineData("impossible", HttpStatusCode.UnprocessableEntity)]
    [InlineData("not-proposed", HttpStatusCode.UnprocessableEntity)]
    [InlineData("reason-missing", HttpStatusCode.UnprocessableEntity)]
    [InlineData("not-in-this-role", HttpStatusCode.Forbidden)]
    public async Task A_refusal_says_what_happened_and_what_would_be_possible(string refusal, HttpStatusCode status)
    {
        await using var silo = await Silo.StartAsync(keys: true);
        silo.World.Decide = _ => new CaseReply(View, refusal, "What happened, and what would be possible.");
        var (response, body) = await silo.PostAsync(Path, Release, key: Silo.CustomsKey);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal($"urn:tracking:problem:case-{refusal}", body.GetProperty("type").GetString());
        Assert.Equal("release", body.GetProperty("case").GetProperty("options")[0].GetProperty("action").GetString());
    }

    [Fact]
    public async Task A_key_of_somebody_else_and_a_hold_that_is_not_known_are_told_apart()
    {
        await using var silo = await Silo.StartAsync(keys: true);
        Assert.Equal(HttpStatusCode.Forbidden, (await silo.PostAsync(Path, Release, key: Silo.CarrierKey)).Response.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await silo.PostAsync(Path, Release, key: Silo.MarketKey)).Response.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await silo.PostAsync(Path, Release)).Response.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await silo.PostAsync(Path, Release, key: Silo.CustomsKey)).Response.StatusCode);
    }

    [Theory]
    [InlineData("""{"authority":"us-cbp"}""", "/hold", "/action", "/revision", "/officer")]
    [InlineData("""{"authority":"us-cbp","hold":"h","action":"explode","revision":-1,"officer":{"name":"x","role":"king"}}""", "/action", "/revision", "/officer/role")]
    [InlineData("""{"authority":"us-cbp","hold":"h","action":"confirm-effect","revision":1,"officer":{"name":"x"}}""", "/clock")]
    [InlineData("""{"authority":"us-cbp","hold":"h","action":"seize","revision":1,"officer":{"name":"x"},"evidence":[{"name":"a","mediaType":"b","bytes":-1,"sha256":"zz"}]}""", "/evidence/0/bytes", "/evidence/0/sha256")]
    [InlineData("""{"authority":"us-cbp","hold":"h","action":"seize","revision":1,"officer":{"name":"x"},"evidence":7}""", "/evidence")]
    [InlineData("[]", "")]
    public async Task What_is_wrong_is_named_field_by_field(string body, params string[] fields)
    {
        await using var silo = await Silo.StartAsync();
        var (response, problem) = await silo.PostAsync(Path, body);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal(fields.Order(), problem.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("field").GetString()!).Order());
    }

    [Fact]
    public async Task Bytes_that_are_not_json_are_no_command()
    {
        await using var silo = await Silo.StartAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await silo.PostAsync(Path, "{")).Response.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await silo.PostAsync("/v1/cases/UPS!/x", Release)).Response.StatusCode);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await silo.PostAsync(Path, "x", "text/plain")).Response.StatusCode);
    }

    [Theory]
    [InlineData("?authority=us-cbp&hold=h-1&to=right-holder", HttpStatusCode.NotFound)]
    [InlineData("?authority=us-cbp&hold=h-1&to=neighbour", HttpStatusCode.BadRequest)]
    [InlineData("?authority=us-cbp&hold=h-1&to=importer&as=pdf", HttpStatusCode.BadRequest)]
    [InlineData("?to=importer", HttpStatusCode.BadRequest)]
    [InlineData("?authority=us-fda&hold=h-1&to=importer", HttpStatusCode.Forbidden)]
    public async Task A_notice_is_drafted_only_for_the_authority_of_a_hold(string query, HttpStatusCode status)
    {
        await using var silo = await Silo.StartAsync(keys: true);
        Assert.Equal(status, (await silo.GetAsync("/v1/notices/ups/1Z999AA10123456784" + query, Silo.CustomsKey)).Response.StatusCode);
    }
}
