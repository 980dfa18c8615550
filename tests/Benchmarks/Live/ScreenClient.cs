using System.Globalization;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Tracking.Benchmarks.Load;

namespace Tracking.Benchmarks.Live;

/// <summary>One officer's screen: a SignalR client with MessagePack, as the page is.</summary>
internal sealed class ScreenClient : IAsyncDisposable
{
    private readonly HubConnection hub;
    private readonly CancellationTokenSource stop = new();
    private readonly TaskCompletionSource streaming = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly HashSet<string> seen = [];
    private readonly Lock gate = new();
    private Task reading = Task.CompletedTask;
    private Latencies latency = new();

    private ScreenClient(Uri host) => hub = new HubConnectionBuilder()
        .WithUrl(new Uri(host, "/live"), options => (options.SkipNegotiation, options.Transports) = (true, HttpTransportType.WebSockets))
        .AddMessagePackProtocol()
        .Build();

    /// <summary>Connects; comes back with the first frame.</summary>
    public static async Task<ScreenClient> OpenAsync(Uri host, CancellationToken cancellationToken)
    {
        var client = new ScreenClient(host);
        await client.hub.StartAsync(cancellationToken);
        client.reading = client.ReadAsync();
        await await Task.WhenAny(client.streaming.Task, client.reading);
        return client;
    }

    /// <summary>Forgets what came, for the next window.</summary>
    public void Restart()
    {
        lock (gate)
        {
            (latency, _) = (new Latencies(), seen.RemoveWhere(_ => true));
        }
    }

    /// <summary>How many shipments' holds have come, and how long after they were meant to be posted.</summary>
    public (int Seen, Latencies Latency) Result()
    {
        lock (gate)
        {
            return (seen.Count, latency);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await hub.DisposeAsync();
        await reading.ContinueWith(_ => { }, TaskScheduler.Default);
        stop.Dispose();
    }

    private async Task ReadAsync()
    {
        await foreach (var frame in hub.StreamAsync<Dictionary<string, object>>("Stream", null, stop.Token))
        {
            streaming.TrySetResult();
            foreach (var change in ((object[])frame["changes"]).Cast<Dictionary<object, object>>())
            {
                Take((string)((Dictionary<object, object>)change["row"])["number"], (object[])change["holds"]);
            }
        }
    }

    // When the hold was meant to be posted stands in its reason.
    private void Take(string number, object[] holds)
    {
        lock (gate)
        {
            if (holds is [Dictionary<object, object> hold, ..] && hold["reason"] is string reason && seen.Add(number))
            {
                latency.Add(long.Parse(reason, CultureInfo.InvariantCulture));
            }
        }
    }
}
