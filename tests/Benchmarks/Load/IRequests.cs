namespace Tracking.Benchmarks.Load;

/// <summary>The requests of one connection.</summary>
internal interface IRequests
{
    /// <summary>Head and body of the next one, until the next call; empty at the end.</summary>
    ReadOnlySpan<byte> Next();

    /// <summary>How many things the answer acknowledges.</summary>
    /// <exception cref="InvalidOperationException">It does not acknowledge what was sent.</exception>
    int Settle(HttpConnection answer);
}
