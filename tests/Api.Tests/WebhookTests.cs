using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Tracking.Api.Tests;

/// <summary>What carriers and aggregators push, each with its own signature.</summary>
public sealed class WebhookTests
{
    private const string Secret = "a-secret-that-both-know";

    private const string EasyPost =
        """{"id":"evt_1","object":"Event","description":"tracker.updated","result":{"object":"Tracker","tracking_code":"1Z999AA10123456784","carrier":"UPS","tracking_details":[{"object":"TrackingDetail","message":"Departure Scan","status":"in_transit","status_detail":"departed_facility","datetime":"2026-03-01T14:05:00Z","tracking_location":{"city":"LOUISVILLE","state":"KY","country":"US","zip":"40210"}}]}}""";

    private static readonly (string, string)[] Sources =
    [
        .. from source in new[] { "easypost", "aftership", "shippo", "ups" }
           from setting in new[] { ("secret", Secret), ("partner", "ups") }
           select ($"Webhooks:{source}:{setting.Item1}", setting.Item2),
    ];

    [Fact]
    public async Task A_signed_message_is_taken_and_its_hash_told()
    {
        await using var silo = await Silo.StartAsync(keys: true, Sources);
        var (response, first) = await SendAsync(silo, "easypost", EasyPost, ("X-Hmac-Signature", $"hmac-sha256-hex={Hex(EasyPost)}"));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal((1, 1, 0, "easypost"), (Number(first, "understood"), Number(first, "accepted"), Number(first, "complaintCount"), first.GetProperty("format").GetString()));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(EasyPost))), first.GetProperty("sha256").GetString());
        Assert.Equal(1, silo.World.Received);
    }

    [Fact]
    public async Task A_message_that_is_not_signed_or_was_changed_is_refused_and_nothing_taken()
    {
        await using var silo = await Silo.StartAsync(keys: true, Sources);
        var (missing, problem) = await SendAsync(silo, "easypost", EasyPost);
        Assert.Equal((HttpStatusCode.Unauthorized, "X-Hmac-Signature"), (missing.StatusCode, problem.GetProperty("errors")[0].GetProperty("field").GetString()));
        foreach (var signature in new[] { Hex(EasyPost + " "), Hex(EasyPost)[..^1], "hmac-sha256-hex=", "nonsense" })
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(silo, "easypost", EasyPost, ("X-Hmac-Signature", signature))).Response.StatusCode);
        }

        // Nor does a key help where a secret is set.
        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(silo, "easypost", EasyPost, ("X-Api-Key", Silo.CarrierKey))).Response.StatusCode);
        Assert.Equal(0, silo.World.Received);
    }

    [Fact]
    public async Task Each_sender_signs_in_its_own_way()
    {
        const string aftership = """{"event":"tracking_update","msg":{"tracking_number":"1Z999AA10123456784","slug":"ups","tag":"Delivered","checkpoints":[{"slug":"ups","checkpoint_time":"2026-03-02T10:00:00-05:00","tag":"Delivered","subtag":"Delivered_003","message":"Signed","country_iso3":"USA"}]}}""";
        const string alert = """{"trackingNumber":"1Z999AA10123456784","localActivityDate":"20260301","localActivityTime":"101500","activityLocation":{"city":"LOUISVILLE","stateProvince":"KY","country":"US"},"activityStatus":{"type":"I","code":"DP","description":"Departure Scan"}}""";
        await using var silo = await Silo.StartAsync(keys: true, Sources);
        var mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(aftership));
        Assert.Equal(1, Number((await SendAsync(silo, "aftership", aftership, ("aftership-hmac-sha256", Convert.ToBase64String(mac)))).Body, "accepted"));
        Assert.Equal(1, Number((await SendAsync(silo, "ups", alert, ("credential", Secret))).Body, "accepted"));
        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(silo, "ups", alert, ("credential", Secret + "!"))).Response.StatusCode);
    }

    [Fact]
    public async Task A_signature_with_a_time_is_good_only_near_that_time()
    {
        const string shippo = """{"event":"track_updated","data":{"tracking_number":"1Z999AA10123456784","carrier":"ups","tracking_status":{"status":"TRANSIT"},"tracking_history":[{"status":"TRANSIT","status_details":"Departed","status_date":"2026-03-01T14:05:00Z","substatus":{"code":"package_departed"},"location":{"country":"US","state":"KY","zip":"40210"}}]}}""";
        await using var silo = await Silo.StartAsync(keys: true, Sources);
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        Assert.Equal(1, Number((await SendAsync(silo, "shippo", shippo, ("Shippo-Auth-Signature", $"t={now},v1={Hex($"{now}.{shippo}")}"))).Body, "accepted"));
        foreach (var header in new[] { $"t={now - 3_600},v1={Hex($"{now - 3_600}.{shippo}")}", $"t={now},v1={Hex($"{now - 3_600}.{shippo}")}", $"v1={Hex(shippo)}", "t=x,v1=y" })
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(silo, "shippo", shippo, ("Shippo-Auth-Signature", header))).Response.StatusCode);
        }
    }

    [Fact]
    public async Task A_source_without_a_secret_needs_a_key_that_speaks_for_the_carrier()
    {
        const string dhl = """{"shipments":[{"id":"3318810025","events":[{"timestamp":"2026-03-01T14:05:00Z","statusCode":"transit","status":"DF","description":"Departed"}]}]}""";
        await using var silo = await Silo.StartAsync(keys: true, Sources);
        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(silo, "dhl", dhl)).Response.StatusCode);
        var (response, body) = await SendAsync(silo, "dhl", dhl, ("X-Api-Key", Silo.CarrierKey));
        Assert.Equal((HttpStatusCode.Forbidden, 1), (response.StatusCode, Number(body, "rejected")));
        Assert.Equal(0, silo.World.Received);
    }

    [Fact]
    public async Task A_sender_with_other_things_to_say_is_answered_and_a_broken_message_refused()
    {
        const string batch = """{"id":"evt_2","object":"Event","description":"batch.updated","result":{"object":"Batch"}}""";
        await using var silo = await Silo.StartAsync(keys: true, Sources);
        var (other, body) = await SendAsync(silo, "easypost", batch, ("X-Hmac-Signature", Hex(batch)));
        Assert.Equal((HttpStatusCode.OK, 0, 1), (other.StatusCode, Number(body, "understood"), Number(body, "complaintCount")));
        var broken = EasyPost[..^20];
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SendAsync(silo, "easypost", broken, ("X-Hmac-Signature", Hex(broken)))).Response.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(silo, "acme", EasyPost)).Response.StatusCode);
    }

    [Fact]
    public async Task A_message_beyond_the_limit_is_refused_by_the_limit()
    {
        await using var silo = await Silo.StartAsync();
        var (response, problem) = await silo.PostAsync("/v1/webhooks/dhl", new byte[(4 * 1024 * 1024) + 1], "application/json", null);
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "has more than 4194304 bytes, unpacked"), (response.StatusCode, problem.GetProperty("errors")[0].GetProperty("message").GetString()));
    }

    [Theory]
    [InlineData("Webhooks:easypost:secret", "short")]
    [InlineData("Webhooks:easypost:partner", "nobody")]
    [InlineData("Webhooks:acme:secret", "long-enough-to-be-one")]
    [InlineData("Webhooks:easypost:scheme", "rot13")]
    [InlineData("Webhooks:easypost:tolerance", "1")]
    public async Task A_setting_that_cannot_be_meant_stops_the_start(string key, string value) =>
        await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(() => Silo.StartAsync(keys: true, [.. Sources.Where(s => s.Item1 != key), (key, value)]));

    private static int Number(JsonElement body, string name) => body.GetProperty(name).GetInt32();

    private static string Hex(string body) => Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(body)));

    private static Task<(HttpResponseMessage Response, JsonElement Body)> SendAsync(Silo silo, string source, string body, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/webhooks/{source}") { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/json");
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return silo.SendAsync(request);
    }
}
