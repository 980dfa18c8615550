namespace Tracking.Benchmarks.Load;

/// <summary>Scans that come in at a fixed rate while something else is measured.</summary>
internal sealed class Background : IAsyncDisposable
{
    /// <summary>Connections that they come over.</summary>
    public const int Connections = 8;

    /// <summary>Scans of an array.</summary>
    public const int ScansEach = 500;

    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(10);
    private readonly CancellationTokenSource stop;
    private readonly Task<LoadResult> sending;

    private Background(CancellationTokenSource stop, Task<LoadResult> sending) => (this.stop, this.sending) = (stop, sending);

    /// <summary>Begins, and comes back when they have been coming in for long enough that the code on their way is compiled for good.</summary>
    /// <param name="to">Silos, in turn.</param>
    /// <param name="scans">Which.</param>
    /// <param name="perSecond">How many a second.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<Background> StartAsync(ImmutableArray<Uri> to, Scans scans, int perSecond, CancellationToken cancellationToken)
    {
        var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var sending = LoadGenerator.Http(to, Connections, () => ScanRequests.Arrays(scans, ScansEach)).PacedUntilAsync((double)perSecond / ScansEach, stop.Token);
        await Task.WhenAny(sending, Task.Delay(Settling, TimeProvider.System, cancellationToken));
        return new Background(stop, sending);
    }

    /// <summary>Ends it; gives what came in.</summary>
    public async Task<LoadResult> StopAsync()
    {
        await stop.CancelAsync();
        return await sending;
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await sending.ContinueWith(_ => { }, TaskScheduler.Default);
        stop.Dispose();
    }
}
