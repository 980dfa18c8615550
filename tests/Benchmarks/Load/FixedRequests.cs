namespace Tracking.Benchmarks.Load;

/// <summary>Requests that are made one by one by a function, for loads of few requests a second, or made before.</summary>
/// <param name="next">Head and body of the next; null at the end.</param>
/// <param name="settle">How many things an answer acknowledges.</param>
internal sealed class FixedRequests(Func<byte[]?> next, Func<HttpConnection, int> settle) : IRequests
{
    /// <summary>Sends each of them once, over all connections; an answer acknowledges a whole body.</summary>
    public static Func<IRequests> Each(IReadOnlyList<byte[]> requests, Func<HttpConnection, int> settle)
    {
        var taken = -1;
        return () => new FixedRequests(() => Interlocked.Increment(ref taken) is var at && at < requests.Count ? requests[at] : null, settle);
    }

    public ReadOnlySpan<byte> Next() => next();

    public int Settle(HttpConnection answer) => settle(answer);
}
