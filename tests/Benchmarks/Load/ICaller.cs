namespace Tracking.Benchmarks.Load;

/// <summary>Who makes calls one after the other, on a thread of its own.</summary>
internal interface ICaller : IDisposable
{
    /// <summary>Makes the next call and waits for what it was made for.</summary>
    /// <param name="start">When it was meant to start, as a timestamp.</param>
    /// <returns>How many things were acknowledged; null where there is nothing more to call for.</returns>
    int? Call(long start);
}

/// <summary>One HTTP connection with its requests.</summary>
internal sealed class HttpCaller(Uri to, IRequests requests) : ICaller
{
    private readonly HttpConnection connection = new(to);

    public int? Call(long start)
    {
        var request = requests.Next();
        if (request.IsEmpty)
        {
            return null;
        }

        connection.Send(request);
        return requests.Settle(connection);
    }

    public void Dispose() => connection.Dispose();
}
