using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Tracking.Contracts.Holds;
using Tracking.Contracts.Statuses;
using Tracking.Page.Tests.World;

namespace Tracking.Page.Tests.Officers;

public sealed class OfficersApiTests : IAsyncLifetime, IDisposable
{
    private PageHost _host = null!;
    private HttpClient _client = null!;

    public async Task InitializeAsync()
    {
        var journal = new FakeJournal();
        journal.Scan(FakeJournal.NumberOf("A/1"), TransportStatus.InTransitDeparted);
        journal.Hold(FakeJournal.NumberOf("A/1"), HoldKind.IprDetention);
        journal.Scan(FakeJournal.NumberOf("B2", "usps"), TransportStatus.DeliveredLocker);
        _host = await PageHost.StartAsync(journal);
        _client = new HttpClient { BaseAddress = _host.Address };
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task The_overview_says_mode_counters_and_position()
    {
        var overview = await GetAsync("/api/overview");
        Assert.True(overview.GetProperty("demo").GetBoolean());
        Assert.True(overview.GetProperty("embedded").GetBoolean());
        Assert.Equal(2, overview.GetProperty("counters").GetProperty("totals").GetProperty("shipments").GetInt32());
        Assert.Equal("e1.3", overview.GetProperty("position").GetString());
    }

    [Theory]
    [InlineData("", 2)]
    [InlineData("?status=delivered", 1)]
    [InlineData("?held=true", 1)]
    [InlineData("?held=false", 1)]
    [InlineData("?violated=true", 0)]
    [InlineData("?carrier=USPS", 1)]
    [InlineData("?number=a%2f", 1)]
    [InlineData("?seller=bazaar/acme-outlet", 2)]
    [InlineData("?limit=1", 1)]
    [InlineData("?limit=1&after=1", 1)]
    public async Task The_list_of_shipments_is_filtered(string query, int rows) =>
        Assert.Equal(rows, (await GetAsync("/api/shipments" + query)).GetProperty("rows").GetArrayLength());

    [Theory]
    [InlineData("shipments?status=nowhere", "status")]
    [InlineData("shipments?status=in-transit-departed", "status")]
    [InlineData("shipments?held=maybe", "held")]
    [InlineData("shipments?carrier=%00", "carrier")]
    [InlineData("shipments?seller=nobody", "seller")]
    [InlineData("shipments?number=%F0%9F%93%A6", "number")]
    [InlineData("shipments?limit=0", "limit")]
    [InlineData("shipments?limit=501", "limit")]
    [InlineData("shipments?limit=1&limit=2", "limit")]
    [InlineData("shipments?after=nonsense", "after")]
    [InlineData("shipments?colour=red", "colour")]
    [InlineData("holds?held=true", "held")]
    [InlineData("shipments/dhl/%C3%A4", "number")]
    [InlineData("shipments/dhl/A1?restricted=true", "restricted")]
    [InlineData("sellers/bazaar/a%20b", "account")]
    public async Task Bad_input_is_refused_by_its_name(string path, string field)
    {
        using var response = await _client.GetAsync("/api/" + path);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(field, problem.GetProperty("field").GetString());
        Assert.NotEqual("", problem.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task A_shipment_is_read_whole_by_a_number_with_a_slash()
    {
        var view = await GetAsync("/api/shipments/DHL/a/1");
        Assert.Equal("A/1", view.GetProperty("number").GetString());
        Assert.Equal("in-transit-departed", view.GetProperty("status").GetString());
        Assert.Equal("ipr-detention", view.GetProperty("holds")[0].GetProperty("kind").GetString());
        var facts = view.GetProperty("timeline").EnumerateArray().Select(entry => entry.GetProperty("fact")).ToList();
        Assert.Equal(["scan", "decision"], facts.Select(fact => fact.GetProperty("type").GetString()));
        Assert.EndsWith("+08:00", facts[0].GetProperty("occurredAt").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/shipments/dhl/NONE")]
    [InlineData("/api/sellers/bazaar/nobody")]
    [InlineData("/api/elsewhere")]
    public async Task What_is_not_known_is_not_found(string path)
    {
        using var response = await _client.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Holds_and_seller_are_read()
    {
        var holds = await GetAsync("/api/holds");
        Assert.Equal(1, holds.GetProperty("total").GetInt32());
        Assert.Equal("A/1", holds.GetProperty("rows")[0].GetProperty("number").GetString());
        var seller = await GetAsync("/api/sellers/bazaar/acme-outlet");
        Assert.Equal(1, seller.GetProperty("counts").GetProperty("held").GetInt32());
    }

    [Fact]
    public async Task An_unreachable_journal_is_said_and_not_a_500()
    {
        _host.Journal.Unreachable = true;
        using var response = await _client.GetAsync("/api/shipments");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal("2", response.Headers.GetValues("Retry-After").Single());
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/shipments/dhl/1.2.3")]
    [InlineData("/sellers/bazaar/acme")]
    public async Task Every_address_of_the_page_is_the_page(string path)
    {
        using var response = await _client.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("default-src 'self'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("id=\"page\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_an_older_page_is_not_the_page()
    {
        using var response = await _client.GetAsync("/assets/index-old.js");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private Task<JsonElement> GetAsync(string path) => _client.GetFromJsonAsync<JsonElement>(path);
}
