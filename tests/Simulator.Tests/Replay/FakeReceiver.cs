using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Tracking.Simulator.Tests.Replay;

/// <summary>A partner API that takes facts in and has bad days.</summary>
internal sealed class FakeReceiver : IAsyncDisposable
{
    public enum Fault
    {
        None,
        Unavailable,
        TooMany,
        DropBefore,
        DropAfter,
        HalfBusy,
        Stall,
        Refuse,
    }

    private readonly ConcurrentDictionary<string, byte> known = new(StringComparer.Ordinal);
    private int requests;
    private WebApplication? app;
    private int port;

    /// <summary>What goes wrong with which request; the first has the number 1.</summary>
    public Func<int, Fault> Plan { get; set; } = _ => Fault.None;

    /// <summary>Called with the number of each request before it is looked at.</summary>
    public Action<int>? Arrived { get; set; }

    /// <summary>Answers GET requests; null: 404.</summary>
    public Func<string, object?>? Resource { get; set; }

    /// <summary>Every fact once, in the order in which it was first taken: the endpoint and the JSON.</summary>
    public ConcurrentQueue<(string Endpoint, string Json)> Taken { get; } = [];

    public ConcurrentQueue<int> Sizes { get; } = [];

    public Uri Address => new($"http://127.0.0.1:{port}");

    public int Requests => requests;

    public static async Task<FakeReceiver> StartAsync()
    {
        var receiver = new FakeReceiver();
        await receiver.OpenAsync();
        return receiver;
    }

    /// <summary>Comes back on the same port, with everything that it knew.</summary>
    public async Task OpenAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        app = builder.Build();
        app.MapPost("/v1/{kind}", TakeAsync);
        app.MapGet("/v1/{**rest}", (string rest) => Resource?.Invoke(rest) is { } found ? Results.Json(found) : Results.NotFound());
        await app.StartAsync();
        port = new Uri(app.Urls.Single()).Port;
    }

    public async Task CloseAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await app!.StopAsync(now.Token);
        await app.DisposeAsync();
    }

    public async ValueTask DisposeAsync() => await app!.DisposeAsync();

    private async Task TakeAsync(HttpContext context, string kind)
    {
        var number = Interlocked.Increment(ref requests);
        Arrived?.Invoke(number);
        var fault = Plan(number);
        switch (fault)
        {
            case Fault.Unavailable:
                context.Response.StatusCode = 503;
                return;
            case Fault.TooMany:
                context.Response.StatusCode = 429;
                context.Response.Headers.RetryAfter = "7";
                return;
            case Fault.Refuse:
                context.Response.StatusCode = 403;
                await context.Response.WriteAsJsonAsync(new { title = "Not entitled", detail = "The key does not speak for olist." });
                return;
            case Fault.DropBefore:
                context.Abort();
                return;
            case Fault.Stall:
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
                return;
            default:
                break;
        }

        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        Sizes.Enqueue(body.RootElement.GetArrayLength());
        var busy = false;
        var answers = new List<object>();
        foreach (var item in body.RootElement.EnumerateArray())
        {
            busy = fault == Fault.HalfBusy && !busy;
            answers.Add(busy ? new { result = "rejected", reason = "busy" } : Take(kind, item.GetRawText()));
        }

        if (fault == Fault.DropAfter)
        {
            context.Abort();
            return;
        }

        if (fault == Fault.HalfBusy)
        {
            context.Response.StatusCode = 429;
        }

        await context.Response.WriteAsJsonAsync(new { results = answers });
    }

    private object Take(string kind, string json)
    {
        if (json.Contains("REFUSE", StringComparison.Ordinal))
        {
            return new { result = "rejected", reason = "malformed", complaints = new[] { new { field = "/17/number", message = "is refused" } } };
        }

        if (!known.TryAdd(json, 0))
        {
            return new { result = "duplicate" };
        }

        Taken.Enqueue((kind, json));
        return new { result = "accepted" };
    }
}
