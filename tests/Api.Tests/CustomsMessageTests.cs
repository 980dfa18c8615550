using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Tracking.Api.Tests;

/// <summary>Messages of customs and EDI as they come.</summary>
public sealed class CustomsMessageTests
{
    private const string Hold = "FSN\r\nJFKXX\r\n999-10000014-H0000001\r\nARR/XX0101/24NOV-A\r\nCSN/1H-3/24NOV0915\r\nCSN/7Z-3/24NOV0920\r\n";

    private const string Interchange =
        "ISA*00*          *00*          *02*SCAC           *ZZ*TRACKING       *251124*1303*U*00401*000000007*0*P*>~GS*QM*SCAC*TRACKING*20251124*1303*7*X*004010~"
        + "ST*214*0001~B10*PRO1*BOL1*SCAC~LX*1~AT7*X4*NS***20251124*0730*ET~SE*5*0001~GE*1*7~IEA*1*000000007~";

    [Fact]
    public async Task A_notification_of_air_customs_becomes_decisions_and_its_unknown_code_is_named()
    {
        await using var silo = await Silo.StartAsync();
        var (response, answer) = await silo.PostAsync("/v1/customs/air?carrier=ups", Hold, "text/plain");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal((2, 2, "us-air", 64), (answer.GetProperty("understood").GetInt32(), answer.GetProperty("accepted").GetInt32(), answer.GetProperty("format").GetString(), answer.GetProperty("sha256").GetString()!.Length));
        Assert.Equal("7Z", answer.GetProperty("unmapped")[0].GetProperty("code").GetString());
        var shipment = await silo.Client.GetStringAsync(new Uri("/v1/shipments/ups/H0000001", UriKind.Relative));
        Assert.Contains("\"code\":\"1H\"", shipment, StringComparison.Ordinal);
        Assert.Contains("\"kind\":\"notified\"", shipment, StringComparison.Ordinal);
        (_, answer) = await silo.PostAsync("/v1/customs/air?carrier=ups", Hold, null);
        Assert.Equal(2, answer.GetProperty("duplicates").GetInt32());
    }

    [Fact]
    public async Task Only_who_speaks_for_the_authority_may_hand_its_decisions_in()
    {
        await using var silo = await Silo.StartAsync(keys: true);
        var (response, problem) = await silo.PostAsync("/v1/customs/air?carrier=ups", Hold, "text/plain", Silo.MarketKey);
        Assert.Equal((HttpStatusCode.Forbidden, "urn:tracking:problem:not-entitled"), (response.StatusCode, problem.GetProperty("type").GetString()));
        (response, _) = await silo.PostAsync("/v1/customs/air?carrier=ups", Hold, "text/plain", Silo.CustomsKey);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        (response, _) = await silo.PostAsync("/v1/customs/air", Hold, "text/plain");
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task An_interchange_is_answered_by_its_acknowledgement_or_as_JSON()
    {
        await using var silo = await Silo.StartAsync();
        using var content = new StringContent(Interchange, Encoding.UTF8, "application/edi-x12");
        using var raw = await silo.Client.PostAsync(new Uri("/v1/edi", UriKind.Relative), content);
        Assert.Equal("application/edi-x12", raw.Content.Headers.ContentType!.MediaType);
        Assert.Contains("AK9*A*1*1*1~", await raw.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/edi") { Content = new StringContent(Interchange) };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        using var json = await silo.Client.SendAsync(request);
        var answer = System.Text.Json.JsonDocument.Parse(await json.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(1, answer.GetProperty("accepted").GetInt32() + answer.GetProperty("duplicates").GetInt32());
        Assert.Contains("AK5*A~", answer.GetProperty("acknowledgement").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rejected_fact_is_never_acknowledged()
    {
        await using var silo = await Silo.StartAsync(keys: true);
        var (response, problem) = await silo.PostAsync("/v1/edi", Interchange, "application/edi-x12", Silo.CarrierKey);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.False(problem.TryGetProperty("acknowledgement", out _));
    }

    [Fact]
    public async Task What_cannot_be_made_durable_is_not_acknowledged_but_asked_for_again()
    {
        await using var silo = await Silo.StartAsync();
        silo.World.BeforeReceive = _ => throw new InvalidOperationException("A shipment that fails.");
        var (response, _) = await silo.PostAsync("/v1/edi", Interchange, "application/edi-x12");
        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
    }

    [Theory]
    [InlineData("/v1/customs/air", "hello", 422, "not-recognised")]
    [InlineData("/v1/customs/air", "", 422, "not-recognised")]
    [InlineData("/v1/customs/air", "FSN\nJFKXX\nCSN/1C-1/24NOV0915", 422, "message")]
    [InlineData("/v1/edi", "ISA*00*broken broken broken", 422, "message")]
    [InlineData("/v1/customs/notifications", "<MetaData><Response><FunctionCode>09", 422, "message")]
    [InlineData("/v1/customs/air?carrier=UPS!", "FSN", 400, "query")]
    [InlineData("/v1/customs/air?procedure=moon", "FSN", 400, "query")]
    [InlineData("/v1/customs/air?colour=red", "FSN", 400, "query")]
    public async Task What_is_wrong_is_a_problem_with_a_remedy(string path, string body, int status, string type)
    {
        await using var silo = await Silo.StartAsync();
        var (response, problem) = await silo.PostAsync(path, body, "text/plain");
        Assert.Equal((status, $"urn:tracking:problem:{type}"), ((int)response.StatusCode, problem.GetProperty("type").GetString()));
        Assert.NotEmpty(problem.GetProperty("errors")[0].GetProperty("remedy").GetString()!);
    }

    [Fact]
    public async Task A_message_may_be_compressed_and_may_not_be_longer_than_its_limit()
    {
        await using var silo = await Silo.StartAsync();
        var (response, _) = await silo.PostAsync("/v1/customs/air?carrier=ups", Gzip(Hold), "text/plain", "gzip");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        (response, _) = await silo.PostAsync("/v1/customs/air?carrier=ups", Gzip(Hold + new string(' ', 5_000_000)), "text/plain", "gzip");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    private static byte[] Gzip(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }
}
