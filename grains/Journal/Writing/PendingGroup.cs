namespace Tracking.Journal.Writing;

/// <summary>Appends that one caller handed in together and waits for: one wait for all of them.</summary>
internal sealed class PendingGroup(int count)
{
    // Continuations run elsewhere: a caller's code must never hold up the writer.
    private readonly TaskCompletionSource<AppendOutcome[]> settled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly AppendOutcome[] outcomes = new AppendOutcome[count];
    private int left = count;

    public Task<AppendOutcome[]> Outcomes => settled.Task;

    public void Settle(int place, AppendOutcome outcome)
    {
        outcomes[place] = outcome;
        if (Interlocked.Decrement(ref left) == 0)
        {
            settled.SetResult(outcomes);
        }
    }
}
