using System.Net;
using Tracking.Contracts.Access;
using Tracking.Formats;
using Tracking.Formats.Adapters;
using Tracking.Formats.Epcis;

namespace Tracking.Api.Tests;

/// <summary>A shipment as EPCIS document and as CSV.</summary>
public sealed class ShipmentFormTests
{
    [Theory]
    [InlineData("?as=epcis", "*/*")]
    [InlineData("", "application/ld+json")]
    [InlineData("", "text/html;q=0.9, application/ld+json;q=0.8, application/json;q=0.1")]
    public async Task A_shipment_goes_out_as_an_EPCIS_document_that_can_be_read_again(string query, string accept)
    {
        await using var silo = await Silo.StartAsync();
        await silo.PostAsync("/v1/scans", Bodies.Scan("A1"));
        var (response, body) = await GetAsync(silo, "/v1/shipments/ups/A1" + query, accept);
        Assert.Equal((HttpStatusCode.OK, "application/ld+json"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        var reading = new EpcisAdapter().Read(body, new MessageContext(new Reception(0, new Actor("a", "b", ActorRole.Partner))));
        Assert.Empty(reading.Complaints);
        Assert.Equal("ups/A1", Assert.Single(reading.Facts).Number.ToString());
    }

    [Fact]
    public async Task A_shipment_goes_out_as_CSV_with_a_line_an_event()
    {
        await using var silo = await Silo.StartAsync();
        await silo.PostAsync("/v1/scans", Bodies.Scan("A1"));
        var (response, body) = await GetAsync(silo, "/v1/shipments/ups/A1?as=csv", "*/*");
        Assert.Equal("text/csv", response.Content.Headers.ContentType!.MediaType);
        var lines = System.Text.Encoding.UTF8.GetString(body).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("carrier,number,event,id,occurredAt", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("ups,A1,", Assert.Single(lines.Skip(1)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_not_known_is_named_and_a_browser_gets_JSON()
    {
        await using var silo = await Silo.StartAsync();
        await silo.PostAsync("/v1/scans", Bodies.Scan("A1"));
        var (refused, problem) = await silo.GetAsync("/v1/shipments/ups/A1?as=pdf");
        Assert.Equal((HttpStatusCode.BadRequest, "as"), (refused.StatusCode, problem.GetProperty("errors")[0].GetProperty("field").GetString()));
        var (response, _) = await GetAsync(silo, "/v1/shipments/ups/A1", "text/html, */*;q=0.8");
        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_document_that_went_out_comes_in_again_as_what_is_known_already()
    {
        await using var silo = await Silo.StartAsync();
        await silo.PostAsync("/v1/scans", Bodies.Scan("A1"));
        var (_, document) = await GetAsync(silo, "/v1/shipments/ups/A1?as=epcis", "*/*");
        var (response, answer) = await silo.PostAsync("/v1/epcis", document, "application/ld+json", null);
        Assert.Equal((HttpStatusCode.OK, 1, 1), (response.StatusCode, answer.GetProperty("understood").GetInt32(), answer.GetProperty("accepted").GetInt32() + answer.GetProperty("duplicates").GetInt32()));
    }

    private static async Task<(HttpResponseMessage Response, byte[] Body)> GetAsync(Silo silo, string path, string accept)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.Clear();
        request.Headers.TryAddWithoutValidation("Accept", accept);
        var response = await silo.Client.SendAsync(request);
        return (response, await response.Content.ReadAsByteArrayAsync());
    }
}
