using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;

namespace Tracking.Api.Tests;

/// <summary>Files on which decisions rest: kept once by their hash, given back to whom they belong.</summary>
public sealed class EvidenceTests
{
    private static readonly byte[] Picture = [.. Enumerable.Range(0, 200_000).Select(i => (byte)(i * 31))];
    private static readonly string Hash = Convert.ToHexStringLower(SHA256.HashData(Picture));

    [Fact]
    public async Task A_file_is_kept_once_by_its_hash_and_given_back_byte_by_byte()
    {
        await using var silo = await StartAsync();
        var (first, body) = await silo.PostAsync("/v1/evidence/us-cbp", Picture, "image/jpeg", null, Silo.CustomsKey);
        var (again, _) = await silo.PostAsync("/v1/evidence/us-cbp", Picture, "image/png", null, Silo.CustomsKey);

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (first.StatusCode, again.StatusCode));
        Assert.Equal((Hash, Picture.Length), (body.GetProperty("sha256").GetString(), body.GetProperty("bytes").GetInt32()));
        using var got = await GetAsync(silo, first.Headers.Location!.ToString(), Silo.CustomsKey);
        Assert.Equal(Picture, await got.Content.ReadAsByteArrayAsync());
        Assert.Equal("attachment", got.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Single(Directory.GetFiles(Path.Combine(silo.Reports, "evidence"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task It_is_for_the_organisation_alone()
    {
        await using var silo = await StartAsync();
        await silo.PostAsync("/v1/evidence/us-cbp", Picture, "image/jpeg", null, Silo.CustomsKey);

        Assert.Equal(HttpStatusCode.Forbidden, (await GetAsync(silo, $"/v1/evidence/us-cbp/{Hash}", Silo.CarrierKey)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(silo, $"/v1/evidence/ups/{Hash}", Silo.CarrierKey)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await silo.PostAsync("/v1/evidence/us-cbp", Picture, "image/jpeg", null, Silo.MarketKey)).Response.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(silo, $"/v1/evidence/us-cbp/{new string('0', 64)}", Silo.CustomsKey)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(silo, "/v1/evidence/us-cbp/..%2F..%2Fx", Silo.CustomsKey)).StatusCode);
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_refused_and_leaves_nothing()
    {
        await using var silo = await StartAsync();
        var (response, body) = await silo.PostAsync("/v1/evidence/us-cbp", new byte[(1 << 20) + 1], "image/jpeg", null, Silo.CustomsKey);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("1048576", body.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Path.Combine(silo.Reports, "evidence"), "*", SearchOption.AllDirectories));
    }

    private static async Task<Silo> StartAsync()
    {
        var silo = await Silo.StartAsync(keys: true, ("Evidence:MegabytesEach", "1"));
        return silo;
    }

    private static Task<HttpResponseMessage> GetAsync(Silo silo, string path, string key)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("*/*"));
        request.Headers.Add("X-Api-Key", key);
        return silo.Client.SendAsync(request);
    }
}
