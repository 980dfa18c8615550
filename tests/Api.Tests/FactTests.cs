using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using ZstdSharp;

namespace Tracking.Api.Tests;

/// <summary>One item, arrays, lines, compression.</summary>
public sealed class FactTests
{
    private const string Ndjson = "application/x-ndjson";

    [Theory]
    [InlineData("/v1/scans")]
    [InlineData("/v1/manifests")]
    [InlineData("/v1/dispatches")]
    [InlineData("/v1/decisions")]
    public async Task One_fact_is_answered_by_what_became_of_it(string path)
    {
        await using var silo = await Silo.StartAsync();
        var body = path switch { "/v1/scans" => Bodies.Scan(), "/v1/manifests" => Bodies.Manifest, "/v1/dispatches" => Bodies.Dispatch, _ => Bodies.Decision() };
        var (response, answer) = await silo.PostAsync(path, body);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(("accepted", 1), (answer.GetProperty("result").GetString(), answer.GetProperty("version").GetInt32()));
        (_, answer) = await silo.PostAsync(path, body);
        Assert.Equal("duplicate", answer.GetProperty("result").GetString());
    }

    [Fact]
    public async Task One_fact_that_is_refused_is_a_problem()
    {
        await using var silo = await Silo.StartAsync();
        await silo.PostAsync("/v1/scans", Bodies.Scan());
        var (response, problem) = await silo.PostAsync("/v1/scans", Bodies.Scan(at: "2026-03-02T00:00:00Z"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        Assert.Equal("urn:tracking:problem:same-id-other-content", problem.GetProperty("type").GetString());
        (response, problem) = await silo.PostAsync("/v1/scans", Bodies.Scan(at: "yesterday"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal("/occurredAt", problem.GetProperty("errors")[0].GetProperty("field").GetString());
        Assert.Contains("ISO 8601", problem.GetProperty("errors")[0].GetProperty("remedy").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_array_is_answered_item_by_item_and_a_bad_one_harms_no_other()
    {
        await using var silo = await Silo.StartAsync();
        var (response, answer) = await silo.PostAsync(
            "/v1/scans",
            Bodies.Array([Bodies.Scan(), Bodies.Scan(), Bodies.Scan(at: "x", id: "e-2"), "{\"carrier\":}", "7", Bodies.Scan("B1"), Bodies.Scan(at: "2027-01-01T00:00:00Z")]));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("accepted duplicate malformed malformed malformed accepted same-id-other-content", Words(answer.GetProperty("items")));
        Assert.Equal((2, 1, 4), (answer.GetProperty("accepted").GetInt32(), answer.GetProperty("duplicate").GetInt32(), answer.GetProperty("rejected").GetInt32()));
        var bad = answer.GetProperty("items")[2];
        Assert.Equal((2, "/2/occurredAt"), (bad.GetProperty("index").GetInt32(), bad.GetProperty("complaints")[0].GetProperty("field").GetString()));
    }

    [Fact]
    public async Task The_facts_of_a_shipment_keep_their_order()
    {
        await using var silo = await Silo.StartAsync();
        await silo.PostAsync("/v1/scans", Bodies.Array(Enumerable.Range(0, 300).Select(i => Bodies.Scan($"N{i % 3}", $"e-{i}"))));
        var (_, view) = await silo.GetAsync("/v1/shipments/ups/N1");
        var ids = view.GetProperty("timeline").EnumerateArray().Select(e => e.GetProperty("id").GetString());
        Assert.Equal(Enumerable.Range(0, 100).Select(i => $"e-{(3 * i) + 1}"), ids);
    }

    [Fact]
    public async Task Lines_are_answered_by_counts_and_those_not_accepted()
    {
        await using var silo = await Silo.StartAsync();
        var (response, answer) = await silo.PostAsync("/v1/scans", Bodies.Scan() + "\n\nnonsense\r\n" + Bodies.Scan() + "\n" + Bodies.Scan("B1"), Ndjson);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal((2, 1, 1, 5), (answer.GetProperty("accepted").GetInt32(), answer.GetProperty("duplicate").GetInt32(), answer.GetProperty("rejected").GetInt32(), answer.GetProperty("settledLines").GetInt32()));
        Assert.Equal("malformed duplicate", Words(answer.GetProperty("notAccepted")));
        Assert.Equal([3, 4], answer.GetProperty("notAccepted").EnumerateArray().Select(i => i.GetProperty("line").GetInt32()));
        Assert.False(answer.TryGetProperty("rest", out _));
    }

    [Fact]
    public async Task More_lines_than_an_answer_holds_can_be_fetched_by_who_sent_them()
    {
        await using var silo = await Silo.StartAsync(keys: true);
        var (_, answer) = await silo.PostAsync("/v1/scans", Bodies.Lines(Enumerable.Range(0, 2_500).Select(i => i == 7 ? Bodies.Scan() : "{}")), Ndjson, Silo.CarrierKey);
        Assert.Equal((1, 2_499, 2_500), (answer.GetProperty("accepted").GetInt32(), answer.GetProperty("rejected").GetInt32(), answer.GetProperty("settledLines").GetInt32()));
        Assert.Equal((1_000, 1_499), (answer.GetProperty("notAccepted").GetArrayLength(), answer.GetProperty("restLines").GetInt32()));
        var rest = answer.GetProperty("rest").GetString()!;
        using var request = new HttpRequestMessage(HttpMethod.Get, rest);
        request.Headers.Add("X-Api-Key", Silo.CarrierKey);
        var lines = (await (await silo.Client.SendAsync(request)).Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(1_499, lines.Length);
        Assert.Equal((1_002, 2_500), (LineOf(lines[0]), LineOf(lines[^1])));
        Assert.Equal(HttpStatusCode.NotFound, (await silo.GetAsync(rest, Silo.CustomsKey)).Response.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await silo.GetAsync("/v1/reports/..%2F..%2Fetc", Silo.CarrierKey)).Response.StatusCode);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("zstd")]
    public async Task Bodies_may_be_compressed(string encoding)
    {
        await using var silo = await Silo.StartAsync();
        var items = Enumerable.Range(0, 5_000).Select(i => Bodies.Scan($"N{i}")).ToArray();
        var (_, answer) = await silo.PostAsync("/v1/scans", Compress(Bodies.Array(items), encoding), "application/json", encoding);
        Assert.Equal(5_000, answer.GetProperty("accepted").GetInt32());
        (_, answer) = await silo.PostAsync("/v1/scans", Compress(Bodies.Lines(items), encoding), Ndjson, encoding);
        Assert.Equal((5_000, 5_000), (answer.GetProperty("duplicate").GetInt32(), answer.GetProperty("settledLines").GetInt32()));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("zstd")]
    public async Task A_compressed_body_that_breaks_off_or_is_damaged_says_how_far_it_was_settled(string encoding)
    {
        await using var silo = await Silo.StartAsync();
        var whole = Compress(Bodies.Lines(Enumerable.Range(0, 50_000).Select(i => Bodies.Scan($"N{i * 7919L % 1_000_003}", $"e-{i * 104_729L % 999_983}"))), encoding);
        var (response, problem) = await silo.PostAsync("/v1/scans", whole[..(whole.Length / 2)], Ndjson, encoding);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var settled = problem.GetProperty("settledLines").GetInt64();
        Assert.True(settled > 1_000, $"settled {settled}");
        Assert.Equal((settled, settled + 1), (problem.GetProperty("accepted").GetInt64(), problem.GetProperty("goOnFrom").GetInt64()));
        Assert.Equal(settled, silo.World.Received);
        (response, _) = await silo.PostAsync("/v1/scans", Encoding.UTF8.GetBytes("this is not compressed at all, whatever the header says"), "application/json", encoding);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task A_small_body_that_swells_hits_the_limit_and_not_the_memory()
    {
        await using var silo = await Silo.StartAsync();
        var bomb = Compress("[" + new string(' ', 200_000_000), "gzip");
        var (response, problem) = await silo.PostAsync("/v1/scans", bomb, "application/json", "gzip");
        Assert.NotEqual(HttpStatusCode.OK, response.StatusCode);
        Assert.True(response.StatusCode is HttpStatusCode.RequestEntityTooLarge, problem.ToString());
        Assert.Contains("33554432", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    private static int LineOf(string line)
    {
        using var document = JsonDocument.Parse(line);
        return document.RootElement.GetProperty("line").GetInt32();
    }

    private static string Words(JsonElement items) => string.Join(
        ' ', items.EnumerateArray().Select(i => i.TryGetProperty("reason", out var reason) ? reason.GetString() : i.GetProperty("result").GetString()));

    private static byte[] Compress(string body, string encoding)
    {
        using var packed = new MemoryStream();
        using (Stream pack = encoding == "gzip" ? new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true) : new CompressionStream(packed, leaveOpen: true))
        {
            pack.Write(Encoding.UTF8.GetBytes(body));
        }

        return packed.ToArray();
    }
}
