using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using Tracking.Contracts.Live;
using Tracking.Dashboard.Live;
using Tracking.Page.Tests.World;

namespace Tracking.Page.Tests.Live;

/// <summary>A live connection without a browser.</summary>
internal sealed class LiveStream : IAsyncDisposable
{
    private readonly CancellationTokenSource _patience = new(TimeSpan.FromSeconds(20));
    private IAsyncEnumerator<LiveFrame>? _frames;

    private LiveStream(HubConnection hub) => Hub = hub;

    public HubConnection Hub { get; }

    public List<LiveFrame> Frames { get; } = [];

    public IEnumerable<string> Positions => Frames.SelectMany(frame => frame.Changes).Select(change => change.Position);

    public static async Task<LiveStream> OpenAsync(PageHost host, string? position = null)
    {
        var hub = new HubConnectionBuilder()
            .WithUrl(new Uri(host.Address, "/live"), options => (options.SkipNegotiation, options.Transports) = (true, HttpTransportType.WebSockets))
            .AddMessagePackProtocol(protocol => protocol.SerializerOptions = PageMessagePack.Options)
            .Build();
        await hub.StartAsync();
        var stream = new LiveStream(hub);
        stream._frames = hub.StreamAsync<LiveFrame>("Stream", position, stream._patience.Token).GetAsyncEnumerator();
        return stream;
    }

    /// <summary>Takes frames until they hold what is waited for.</summary>
    public async Task<LiveFrame> UntilAsync(Func<LiveFrame, bool> enough)
    {
        while (await _frames!.MoveNextAsync())
        {
            Frames.Add(_frames.Current);
            if (enough(_frames.Current))
            {
                return _frames.Current;
            }
        }

        throw new InvalidOperationException("The stream ended.");
    }

    public async ValueTask DisposeAsync()
    {
        await Hub.DisposeAsync();
        _patience.Dispose();
    }
}
