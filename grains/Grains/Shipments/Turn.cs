namespace Tracking.Grains.Shipments;

/// <summary>Who may change a stream now: one at a time, in the order of asking, from any thread.</summary>
internal sealed class Turn
{
    private Queue<TaskCompletionSource>? waiting;
    private bool taken;

    /// <summary>Takes the turn if nobody has it.</summary>
    public bool TryEnter()
    {
        lock (this)
        {
            var free = !taken;
            taken = true;
            return free;
        }
    }

    /// <summary>Takes the turn when all before have left.</summary>
    public Task EnterAsync()
    {
        lock (this)
        {
            if (!taken)
            {
                taken = true;
                return Task.CompletedTask;
            }

            var next = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            (waiting ??= new()).Enqueue(next);
            return next.Task;
        }
    }

    /// <summary>Gives the turn to the next one.</summary>
    public void Leave()
    {
        lock (this)
        {
            if (waiting is { Count: > 0 })
            {
                waiting.Dequeue().SetResult();
            }
            else
            {
                taken = false;
            }
        }
    }
}
