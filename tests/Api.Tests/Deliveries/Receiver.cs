using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Tracking.Api.Tests.Deliveries;

/// <summary>What came in, as it was signed.</summary>
internal sealed record Received(string Id, string Timestamp, string Signature, string Kind, byte[] Body)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public string Shipment => Json.GetProperty("data").GetProperty("number").GetString()!;

    /// <summary>Whether it is signed with a secret: written anew from the words of the specification.</summary>
    public bool IsSignedWith(string secret)
    {
        var mac = HMACSHA256.HashData(Convert.FromBase64String(secret["whsec_".Length..]), Encoding.UTF8.GetBytes($"{Id}.{Timestamp}.{Encoding.UTF8.GetString(Body)}"));
        return Signature.Split(' ').Contains($"v1,{Convert.ToBase64String(mac)}");
    }
}

/// <summary>A partner's server, which answers as a test wants it to.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication app;

    private Receiver(WebApplication app) => this.app = app;

    public ConcurrentQueue<Received> All { get; } = [];

    /// <summary>What it answers; may wait.</summary>
    public Func<Received, HttpContext, Task> Answer { get; set; } = (_, _) => Task.CompletedTask;

    public string Url => $"{app.Urls.First()}/hooks";

    public static async Task<Receiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var receiver = new Receiver(app);
        app.MapPost("/hooks", receiver.ReceiveAsync);
        await app.StartAsync();
        return receiver;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task ReceiveAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        string Header(string name) => context.Request.Headers[name].ToString();
        var received = new Received(Header("webhook-id"), Header("webhook-timestamp"), Header("webhook-signature"), Header("tracking-event"), body.ToArray());
        All.Enqueue(received);
        await Answer(received, context);
    }
}
