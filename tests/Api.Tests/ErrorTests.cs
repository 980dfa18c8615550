using System.Net;
using System.Text.Json;

namespace Tracking.Api.Tests;

/// <summary>Bad input gets a clear problem with field and remedy, and never a fault of the server.</summary>
public sealed class ErrorTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("application/json; charset=utf-16")]
    public async Task A_missing_or_foreign_content_type_names_the_permitted(string? contentType)
    {
        await using var silo = await Silo.StartAsync();
        var (response, problem) = await silo.PostAsync("/v1/scans", Bodies.Scan(), contentType);
        Is(HttpStatusCode.UnsupportedMediaType, "Content-Type", response, problem);
        Assert.Contains("application/x-ndjson", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_foreign_content_encoding_names_the_permitted()
    {
        await using var silo = await Silo.StartAsync();
        var (response, problem) = await silo.PostAsync("/v1/scans", [1, 2, 3], "application/json", "br");
        Is(HttpStatusCode.UnsupportedMediaType, "Content-Encoding", response, problem);
        Assert.Equal("gzip, zstd, identity", string.Join(", ", response.Headers.GetValues("Accept-Encoding")));
    }

    [Theory]
    [InlineData("/v1/scans?dryRun=1")]
    [InlineData("/v1/clearance?for=leave")]
    public async Task Unknown_query_parameters_of_a_post_are_named(string path)
    {
        await using var silo = await Silo.StartAsync();
        var (response, problem) = await silo.PostAsync(path, Bodies.Scan());
        Is(HttpStatusCode.BadRequest, path.Split('?', '=')[1], response, problem);
    }

    [Theory]
    [InlineData("/v1/shipments/ups/A1?verbose=true", "verbose", "Known are as")]
    [InlineData("/v1/clearance/ups/A1?for=leave&why=1", "why", "Known are for, proof")]
    [InlineData("/v1/clearance/ups/A1", "for", "load, sort, transfer, in-bond, leave, return")]
    [InlineData("/v1/clearance/ups/A1?for=fly", "for", "load, sort, transfer, in-bond, leave, return")]
    [InlineData("/v1/clearance/ups/A1?for=leave&for=load", "for", "once")]
    [InlineData("/v1/sellers/olist/s-1?x=1", "x", "Leave it out")]
    public async Task Wrong_queries_of_a_get_are_named(string path, string field, string remedy)
    {
        await using var silo = await Silo.StartAsync();
        var (response, problem) = await silo.GetAsync(path);
        Is(HttpStatusCode.BadRequest, field, response, problem);
        Assert.Contains(remedy, problem.GetProperty("errors")[0].GetProperty("remedy").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("hello")]
    [InlineData("7")]
    [InlineData("{\"carrier\":\"ups\"")]
    [InlineData("{\"carrier\" \"ups\"}")]
    [InlineData("[")]
    [InlineData("}")]
    [InlineData("\u0000")]
    [InlineData("{} {}")]
    public async Task What_is_not_JSON_is_answered_with_its_place(string body)
    {
        await using var silo = await Silo.StartAsync();
        var (response, problem) = await silo.PostAsync("/v1/scans", body);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.NotEmpty(problem.GetProperty("errors").EnumerateArray());
    }

    [Fact]
    public async Task An_array_that_breaks_off_keeps_its_good_items()
    {
        await using var silo = await Silo.StartAsync();
        var (response, problem) = await silo.PostAsync("/v1/scans", $"[{Bodies.Scan()},{Bodies.Scan("B1")},{{\"carrier\":\"u");
        Is(HttpStatusCode.BadRequest, "/2", response, problem);
        Assert.Equal(2, problem.GetProperty("accepted").GetInt32());
        Assert.Equal(2, silo.World.Received);
    }

    [Fact]
    public async Task Too_many_items_name_the_true_limit_and_nothing_is_taken()
    {
        await using var silo = await Silo.StartAsync();
        var (response, problem) = await silo.PostAsync("/v1/scans", Bodies.Array(Enumerable.Repeat(Bodies.Scan(), 5_001)));
        Is(HttpStatusCode.RequestEntityTooLarge, "/5000", response, problem);
        Assert.Contains("5000", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, silo.World.Received);
        (response, _) = await silo.PostAsync("/v1/scans", Bodies.Array(Enumerable.Repeat(Bodies.Scan(), 5_000)));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task An_item_that_is_too_long_names_the_true_limit()
    {
        await using var silo = await Silo.StartAsync();
        var huge = $"{{\"carrier\":\"ups\",\"text\":\"{new string('x', 900_000)}\"}}";
        foreach (var (body, type) in new[] { (huge, "application/json"), (Bodies.Array([Bodies.Scan(), huge, Bodies.Scan("B1")]), "application/json"), ($"{Bodies.Scan()}\n{huge}\n{Bodies.Scan("B1")}", "application/x-ndjson") })
        {
            var (_, answer) = await silo.PostAsync("/v1/scans", body, type);
            Assert.Contains("262144 bytes", answer.ToString(), StringComparison.Ordinal);
        }

        Assert.Equal(4, silo.World.Received);
    }

    [Theory]
    [InlineData("/v1/nowhere", "GET", 404)]
    [InlineData("/v1/scans", "GET", 405)]
    [InlineData("/v1/scans", "PUT", 405)]
    [InlineData("/v1/shipments/ups/A1", "DELETE", 405)]
    [InlineData("/v1/shipments/ups", "GET", 400)]
    [InlineData("/v1/shipments/u%20p/A1", "GET", 400)]
    [InlineData("/v1/shipments/ups/%00", "GET", 400)]
    [InlineData("/v1/shipments/ups/NEVER", "GET", 404)]
    [InlineData("/v1/sellers/olist/nobody", "GET", 404)]
    [InlineData("/v1/sellers/olist/%C3%A9", "GET", 400)]
    [InlineData("/v1/reports/0123456789abcdef0123456789abcdef", "GET", 404)]
    public async Task Paths_and_methods_that_are_not_there_are_problems(string path, string method, int status)
    {
        await using var silo = await Silo.StartAsync();
        var (response, problem) = await silo.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));
        Assert.Equal(status, (int)response.StatusCode);
        if (problem.ValueKind == JsonValueKind.Object)
        {
            Assert.Equal(status, problem.GetProperty("status").GetInt32());
        }
    }

    [Theory]
    [InlineData("{\"for\":\"leave\"}", 400, "/numbers")]
    [InlineData("{\"numbers\":[]}", 400, "/for")]
    [InlineData("{\"for\":\"leave\",\"numbers\":[],\"x\":1}", 400, "/x")]
    [InlineData("{\"for\":\"leave\",\"for\":\"load\",\"numbers\":[]}", 400, "")]
    [InlineData("{\"for\":\"\\ud800\",\"numbers\":[]}", 400, "")]
    [InlineData("[]", 400, "")]
    [InlineData("nonsense", 400, "")]
    [InlineData("", 400, "")]
    public async Task Questions_that_cannot_be_read_are_named(string body, int status, string field)
    {
        await using var silo = await Silo.StartAsync();
        var (response, problem) = await silo.PostAsync("/v1/clearance", body);
        Is((HttpStatusCode)status, field, response, problem);
    }

    [Fact]
    public async Task A_list_of_more_than_a_thousand_names_the_limit()
    {
        await using var silo = await Silo.StartAsync();
        var (response, problem) = await silo.PostAsync("/v1/clearance", JsonSerializer.Serialize(new { @for = "leave", numbers = Enumerable.Range(0, 1_001).Select(i => $"ups/N{i}") }));
        Is(HttpStatusCode.RequestEntityTooLarge, "/numbers", response, problem);
        Assert.Contains("1000", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    private static void Is(HttpStatusCode status, string field, HttpResponseMessage response, JsonElement problem)
    {
        Assert.Equal((status, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        var error = problem.GetProperty("errors")[0];
        Assert.Equal(field, error.GetProperty("field").GetString());
        Assert.False(string.IsNullOrEmpty(error.GetProperty("message").GetString()));
        Assert.False(string.IsNullOrEmpty(error.GetProperty("remedy").GetString()));
    }
}
