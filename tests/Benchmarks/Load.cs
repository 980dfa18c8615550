using System.Diagnostics;
using System.Net.Http.Headers;
using System.Threading.Channels;

namespace Tracking.Benchmarks;

/// <summary>Posts bodies over some connections and counts what was acknowledged.</summary>
internal static class Load
{
    public const int Connections = 8;
    public const string Scans = "/v1/scans";

    /// <summary>Sends bodies, unmeasured.</summary>
    public static async Task WarmAsync(Uri to, string path, IEnumerable<byte[]> bodies, CancellationToken cancellationToken)
    {
        using var http = Client(to);
        await Parallel.ForEachAsync(bodies, new ParallelOptions { MaxDegreeOfParallelism = Connections, CancellationToken = cancellationToken }, async (body, ct) => await PostAsync(http, path, body, ct));
    }

    /// <summary>Sends as fast as it is answered for a while; scans a second.</summary>
    public static async Task<double> MeasureAsync(Uri to, ScanBodies bodies, TimeSpan length, CancellationToken cancellationToken)
    {
        using var http = Client(to);

        // Bodies are made before they are sent: the generator's work is not the product's.
        var ready = Channel.CreateBounded<byte[]>(Connections * 8);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var making = Task.Run(async () =>
        {
            while (!over.IsCancellationRequested)
            {
                await ready.Writer.WriteAsync(bodies.Next(), CancellationToken.None);
            }

            ready.Writer.Complete();
        }, CancellationToken.None);
        var watch = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, Connections).Select(async _ =>
        {
            var acknowledged = 0L;
            await foreach (var body in ready.Reader.ReadAllAsync(CancellationToken.None))
            {
                if (watch.Elapsed >= length)
                {
                    await over.CancelAsync();
                    continue;
                }

                await PostAsync(http, Scans, body, cancellationToken);
                acknowledged += ScanBodies.ScansEach;
            }

            return acknowledged;
        }));
        var elapsed = watch.Elapsed;
        await making;
        return counts.Sum() / elapsed.TotalSeconds;
    }

    private static HttpClient Client(Uri to) => new(new SocketsHttpHandler { MaxConnectionsPerServer = Connections }) { BaseAddress = to, Timeout = TimeSpan.FromMinutes(2) };

    private static async Task PostAsync(HttpClient http, string path, byte[] body, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var answer = await http.PostAsync(new Uri(path, UriKind.Relative), content, cancellationToken);
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"{(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(cancellationToken)}");
        }

        await answer.Content.CopyToAsync(Stream.Null, cancellationToken);
    }
}
