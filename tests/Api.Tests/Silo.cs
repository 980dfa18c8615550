using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Tracking.Grains.Identity;
using Tracking.Grains.Orders;
using Tracking.Grains.Shipments;
using Tracking.Grains.Shipments.Homes;
using Tracking.Journal;
using Tracking.Journal.Epcis;
using Tracking.Silo.Api;
using Tracking.Silo.Api.Epcis;

namespace Tracking.Api.Tests;

/// <summary>The partner API on a real server and a free port, over grains in memory.</summary>
internal sealed class Silo : IAsyncDisposable
{
    public const string CarrierKey = "key-of-the-carrier-ups";
    public const string CustomsKey = "key-of-us-customs";
    public const string MarketKey = "key-of-the-marketplace";

    private readonly WebApplication _app;

    private Silo(WebApplication app, World world, string reports)
    {
        _app = app;
        World = world;
        Reports = reports;
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        Client = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromMinutes(2) };
    }

    public World World { get; }

    public OrderDeskDouble Orders => _app.Services.GetRequiredService<OrderDeskDouble>();

    public IServiceProvider Services => _app.Services;

    public IEventStore Events => _app.Services.GetRequiredService<IEventStore>();

    /// <summary>Lets whoever looks for captures that were left open look, as if their claims had run out.</summary>
    public Task RecoverAsync() => new CaptureRecovery(
        Events,
        _app.Services.GetRequiredService<CaptureFollow>(),
        new LaterTime(CaptureRecovery.Lease * 2),
        NullLogger<CaptureRecovery>.Instance).RecoverAsync(CancellationToken.None);

    public string Reports { get; }

    public Uri Address { get; }

    public HttpClient Client { get; }

    /// <summary>Starts one; open to everybody unless there are keys.</summary>
    public static async Task<Silo> StartAsync(bool keys = false, params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        var reports = Path.Combine(Path.GetTempPath(), "tracking-tests", Path.GetRandomFileName());
        builder.Configuration.AddInMemoryCollection(
        [
            new("Evidence:Folder", Path.Combine(reports, "evidence")),
            new("Reports:Folder", Path.Combine(reports, "reports")),
            .. keys ? Keys() : [new("Partners:Open", "true")],
        ]);
        builder.Configuration.AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)));
        var world = new World();
        builder.Services.AddSingleton<IGrainFactory>(world);
        builder.Services.AddSingleton<IResidentShipments, NoResidents>();
        builder.Services.AddSingleton<IShipmentRelays, NoRelays>();
        builder.Services.AddOptions<IdentityOptions>().Bind(builder.Configuration.GetSection(IdentityOptions.Section));
        builder.Services.AddSingleton<IIdentityDesk, IdentityDeskDouble>();
        builder.Services.AddSingleton<OrderDeskDouble>();
        builder.Services.AddSingleton<IOrderDesk>(services => services.GetRequiredService<OrderDeskDouble>());
        builder.Services.AddJournal(options => (options.Store, options.Folder) = (JournalOptions.Sqlite, Path.Combine(reports, "journal")));
        builder.Services.AddPartnerApi(builder.Configuration);
        var app = builder.Build();
        await app.Services.GetRequiredService<IJournalStore>().MigrateAsync(CancellationToken.None);
        app.MapPartnerApi();
        await app.StartAsync();
        return new Silo(app, world, reports);
    }

    public Task<(HttpResponseMessage Response, JsonElement Body)> PostAsync(string path, string body, string? contentType = "application/json", string? key = null) =>
        PostAsync(path, Encoding.UTF8.GetBytes(body), contentType, null, key);

    public Task<(HttpResponseMessage Response, JsonElement Body)> PostAsync(string path, byte[] body, string? contentType, string? encoding, string? key = null)
    {
        var content = new ByteArrayContent(body);
        if (encoding is not null)
        {
            content.Headers.ContentEncoding.Add(encoding);
        }

        return PostAsync(path, content, contentType, key);
    }

    public async Task<(HttpResponseMessage Response, JsonElement Body)> PostAsync(string path, HttpContent content, string? contentType, string? key = null)
    {
        content.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);
        return await SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = content }, key);
    }

    public Task<(HttpResponseMessage Response, JsonElement Body)> GetAsync(string path, string? key = null) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Get, path), key);

    public async Task<(HttpResponseMessage Response, JsonElement Body)> SendAsync(HttpRequestMessage request, string? key = null)
    {
        if (key is not null)
        {
            request.Headers.Add("X-Api-Key", key);
        }

        var response = await Client.SendAsync(request);
        var text = await response.Content.ReadAsByteArrayAsync();
        Assert.True(response.StatusCode < HttpStatusCode.InternalServerError, $"{(int)response.StatusCode}: {Encoding.UTF8.GetString(text)}");
        return (response, text.Length == 0 ? default : JsonDocument.Parse(text).RootElement);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        if (Directory.Exists(Reports))
        {
            Directory.Delete(Reports, recursive: true);
        }
    }

    private static IEnumerable<KeyValuePair<string, string?>> Keys()
    {
        var partners = new[] { ("ups", CarrierKey, "carriers", "ups"), ("us-cbp", CustomsKey, "authorities", "us-cbp"), ("olist", MarketKey, "marketplaces", "olist") };
        for (var i = 0; i < partners.Length; i++)
        {
            var (name, key, kind, code) = partners[i];
            yield return new($"Partners:{i}:name", name);
            yield return new($"Partners:{i}:keySha256", Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key))));
            yield return new($"Partners:{i}:{kind}:0", code);
        }
    }
}
