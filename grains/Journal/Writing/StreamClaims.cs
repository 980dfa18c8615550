namespace Tracking.Journal.Writing;

/// <summary>
/// Sees to it that no stream is in two batches at a time. Grains append one at a time, but a stream can have two
/// activations for a while: the second one's append waits until the first one's is settled.
/// </summary>
internal sealed class StreamClaims
{
    private readonly Lock gate = new();
    private readonly Dictionary<Guid, Queue<PendingAppend>?> claimed = [];
    private int waiting;
    private TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>How many appends wait for their stream.</summary>
    public int Waiting => Volatile.Read(ref waiting);

    /// <summary>Completes at the next release.</summary>
    public Task NextReleaseAsync()
    {
        lock (gate)
        {
            return claimed.Count == 0 ? Task.CompletedTask : released.Task;
        }
    }

    /// <summary>Takes an append's stream; where another batch has it, keeps the append until that is settled.</summary>
    /// <returns>Whether the stream is the caller's now.</returns>
    public bool TryClaim(PendingAppend append)
    {
        lock (gate)
        {
            if (claimed.TryAdd(append.Append.Stream, null))
            {
                return true;
            }

            var queue = claimed[append.Append.Stream] ??= new Queue<PendingAppend>();
            queue.Enqueue(append);
            waiting++;
            return false;
        }
    }

    /// <summary>Gives streams back; those that others wait for pass on, with the append that waited, to <paramref name="next"/>.</summary>
    /// <param name="settled">A batch that is settled.</param>
    /// <param name="next">What the caller must commit next.</param>
    public void Release(IReadOnlyList<PendingAppend> settled, Queue<PendingAppend> next)
    {
        lock (gate)
        {
            foreach (var append in settled)
            {
                var stream = append.Append.Stream;
                if (claimed[stream] is { Count: > 0 } queue)
                {
                    next.Enqueue(queue.Dequeue());
                    waiting--;
                }
                else
                {
                    claimed.Remove(stream);
                }
            }

            released.TrySetResult();
            released = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }
}
