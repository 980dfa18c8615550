namespace Tracking.Benchmarks.Load;

/// <summary>Posts holds one by one.</summary>
internal sealed class DecisionCaller(Uri to, Decisions decisions) : ICaller
{
    private readonly HttpConnection connection = new(to);

    public int? Call(long start)
    {
        Decisions.Send(connection, decisions.Take(), start);
        return 1;
    }

    public void Dispose() => connection.Dispose();
}
